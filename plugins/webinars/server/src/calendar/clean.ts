/** What ends a line somewhere: Unicode knows more of them than a calendar file may hold. */
const BREAKS = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/g;

// Control characters, halves of surrogate pairs, and marks that turn the direction of what follows them: `invoice\u202efdp.exe` shows as
// a PDF. Plain direction marks stay, Hebrew and Arabic names need them.
const UNSEEN = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]/gu;

const cut = (text: string, longest: number): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .replace(/[\ud800-\udbff]$/, '')
        .trimEnd()}…`;

/** One line of text, whatever somebody typed. */
export const lineOf = (text: string, longest: number): string =>
  cut(text.replace(BREAKS, ' ').replace(/\t/g, ' ').replace(UNSEEN, '').replace(/ {2,}/g, ' ').trim(), longest);

/** Lines and paragraphs of text, whatever somebody typed. */
export const proseOf = (text: string, longest: number): string => {
  const lines = text.split(BREAKS).map((line) => line.replace(/\t/g, ' ').replace(UNSEEN, '').trimEnd());
  return cut(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    longest,
  );
};

const LONGEST_NAME = 100;

/**
 * A name that can stand between quotes. RFC 5545 knows no escape there, and RFC 6868 gave the circumflex a meaning that most programs do not
 * know, so these characters give way to harmless ones.
 */
export const quotableName = (name: string): string =>
  lineOf(name.replace(/"/g, "'").replace(/\\/g, '/').replace(/\^/g, ''), LONGEST_NAME);

const percent = (character: string): string => encodeURIComponent(character.replace(/\p{Cs}/u, '\ufffd'));

/** An e-mail address as a calendar address spells it; what has no place in one is percent-encoded: RFC 6068. */
export const mailboxOf = (email: string): string => email.trim().replace(/[^\w.!#$&'*+\-/=?^`{|}~@]/gu, percent);

/** A web address without a character that means something to a calendar file. */
export const addressOf = (url: string): string => url.trim().replace(/[^\w.!#$&'()*+\-/:=?@%~[\]]/gu, percent);
