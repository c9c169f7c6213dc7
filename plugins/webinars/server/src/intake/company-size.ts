import { COMPANY_SIZES, type CompanySize } from '../../../contracts/registration';
import { plain } from './words';

const LARGEST: [number, CompanySize][] = [
  [9, 'upTo9'],
  [49, 'upTo49'],
  [249, 'upTo249'],
  [999, 'upTo999'],
];
const sizeOf = (people: number): CompanySize => LARGEST.find(([largest]) => people <= largest)?.[1] ?? 'over999';

// 1,000, 1.000, 1'000 and 1 000 are one number.
const NUMBER = /\d+(?:[.,'’\s]\d{3}(?!\d))*/g;

// Any other word makes it something else: a spreadsheet turns the span 1-20 into the twentieth of January.
const BELOW = new Set('up less fewer under below bis unter weniger hochstens'.split(' '));
const BESIDE = new Set(
  (
    'to than or and more over above from about approximately approx employee employees people staff persons ' +
    'als oder und mehr uber ab von zirka circa ca etwa rund personen mitarbeiter mitarbeitende mitarbeiterinnen beschaftigte'
  ).split(' '),
);

/**
 * How large a company is, from a number of people or a span of them as programs write it: `120`, `51-100`, `1,001-5,000`, `10 000+`. A span
 * that reaches over two of ours is the one in which its middle lies. What says nothing of the kind is handed on as it stands.
 */
export const asCompanySize = (value: string): string => {
  const own = COMPANY_SIZES.find((size) => size.toLowerCase() === value.toLowerCase());
  if (own) return own;
  const words = plain(value.replace(NUMBER, ' ')).split(' ').filter(Boolean);
  const [from, to, ...others] = (value.match(NUMBER) ?? []).map((number) => Number(number.replace(/\D/g, '')));
  if (from === undefined || others.length > 0 || !words.every((word) => BELOW.has(word) || BESIDE.has(word)))
    return value;
  if (to !== undefined) return sizeOf((from + to) / 2);
  return sizeOf(/^\s*</.test(value) || BELOW.has(words[0] ?? '') ? from / 2 : from);
};
