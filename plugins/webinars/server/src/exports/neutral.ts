// What a spreadsheet takes for the beginning of a formula, in either width, and what it leaves out to find one behind it.
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** Text that a spreadsheet shows and never works out: a mark in front of what looks like a formula, as OWASP has it. */
export const neutral = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
