const ALLOWED_INLINE = /^<(?:a|b|i|u|em|strong|span|br|code|small|sub|sup|img)\b/i;

/** How many elements and texts stand side by side at the top. @param {string} html */
const countAtTop = (html) => {
  let depth = 0;
  let count = 0;
  for (const [part] of html.matchAll(/<[^>]*>|[^<]+/g)) {
    const isVoid = /^<(?:br|hr|img|input)\b/i.test(part);
    if (part.startsWith('</')) depth -= 1;
    else {
      if (depth === 0 && part.trim()) count += 1;
      if (part.startsWith('<') && !isVoid) depth += 1;
    }
  }
  return count;
};

/** As Odoo keeps html: scripts and handlers are gone, and what is no element becomes one. @param {string} text */
export const toHtml = (text) => {
  const clean = text
    .replace(/<(script|style|iframe)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/\s+on\w+\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)/gi, '')
    .replace(/(href|src)\s*=\s*(["'])\s*javascript:[^"']*\2/gi, '$1=$2$2')
    .replace(/<(br|hr)\s*\/>/gi, '<$1>')
    .replace(/&(?!(?:#\d+|#x[\da-f]+|\w+);)/gi, '&amp;');
  if (clean.trim() === '') return clean;
  if (!clean.startsWith('<')) return `<p>${clean}</p>`;
  return ALLOWED_INLINE.test(clean) && countAtTop(clean) > 1 ? `<span>${clean}</span>` : clean;
};

/** @param {string} text */
export const escapeHtml = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** The address within what a person wrote, in lower case; false where there is none, or more than one. @param {unknown} email */
export const normalizeEmail = (email) => {
  if (typeof email !== 'string') return false;
  const addresses = email.match(/[^\s<>@,;"']+@[^\s<>@,;"']+/g) ?? [];
  return addresses.length === 1 ? (addresses[0] ?? '').toLowerCase() : false;
};

/** A number as Odoo keeps it, E.164, or false where it is none: the company is in the United States. @param {unknown} phone */
export const formatPhone = (phone) => {
  if (typeof phone !== 'string') return false;
  const digits = phone.replace(/\(0\)/g, '').replace(/[\s().\-/]/g, '');
  if (/^(?:\+|00)\d{8,15}$/.test(digits)) return `+${digits.replace(/^(?:\+|00)/, '')}`;
  return /^[2-9]\d{2}[2-9]\d{6}$/.test(digits) ? `+1${digits}` : false;
};

/** @param {string} text */
export const slug = (text) =>
  text
    .normalize('NFKD')
    .replace(/[^\w\s-]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
