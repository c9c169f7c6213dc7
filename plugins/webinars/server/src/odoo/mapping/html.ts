const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text as HTML: Odoo does not escape what it takes for HTML. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);

/** Plain text as paragraphs. */
export const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => `<p>${escapeHtml(part).replace(/\n/g, '<br>')}</p>`)
    .join('');

type Node = {
  type?: string;
  text?: string;
  bold?: boolean;
  italic?: boolean;
  level?: number;
  format?: string;
  url?: string;
  children?: Node[];
};

const inline = (node: Node): string => {
  if (node.type === 'link' && /^https?:\/\//i.test(node.url ?? '')) {
    return `<a href="${escapeHtml(node.url!)}">${children(node)}</a>`;
  }
  if (node.children) return children(node);
  let html = escapeHtml(node.text ?? '').replace(/\n/g, '<br>');
  if (node.bold) html = `<strong>${html}</strong>`;
  if (node.italic) html = `<em>${html}</em>`;
  return html;
};

const children = (node: Node): string => (node.children ?? []).map(inline).join('');

const items = (node: Node): string =>
  (node.children ?? []).map((item) => (item.type === 'list' ? block(item) : `<li>${children(item)}</li>`)).join('');

const block = (node: Node): string => {
  switch (node.type) {
    case 'heading':
      return `<h${Math.min(6, (node.level ?? 2) + 1)}>${children(node)}</h${Math.min(6, (node.level ?? 2) + 1)}>`;
    case 'list':
      return node.format === 'ordered' ? `<ol>${items(node)}</ol>` : `<ul>${items(node)}</ul>`;
    case 'quote':
      return `<blockquote>${children(node)}</blockquote>`;
    case 'code':
      return `<pre>${children(node)}</pre>`;
    case 'paragraph':
      return children(node).trim() === '' ? '' : `<p>${children(node)}</p>`;
    default:
      return '';
  }
};

/** Strapi's blocks as HTML; what is no text (an image) is left out. */
export const blocksAsHtml = (blocks: unknown): string =>
  Array.isArray(blocks) ? (blocks as Node[]).map(block).join('') : '';
