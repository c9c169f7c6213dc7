import countries from 'i18n-iso-countries';
import { COUNTRIES, COUNTRIES_IN } from '../../../contracts/countries';
import { plain } from './words';

// Without spaces: U.S.A. is USA.
const key = (text: string): string => plain(text).replaceAll(' ', '');

/** What people write for a country though no list has it so. */
const PARTS: [string, string][] = [
  ['England', 'GB'],
  ['Scotland', 'GB'],
  ['Schottland', 'GB'],
  ['Wales', 'GB'],
  ['Northern Ireland', 'GB'],
  ['Nordirland', 'GB'],
  ['Holland', 'NL'],
];

const NAMED: [string, string][] = [
  ...COUNTRIES.map((code): [string, string] => [code, code]),
  ...Object.entries(countries.getAlpha3Codes()),
  ...[...COUNTRIES_IN.en, ...COUNTRIES_IN.de].map(({ code, name }): [string, string] => [name, code]),
  ...['en', 'de'].flatMap((language) =>
    Object.entries(countries.getNames(language, { select: 'all' })).flatMap(([code, names]) =>
      names.map((name): [string, string] => [name, code]),
    ),
  ),
  ...PARTS,
];
const CODES = new Map(NAMED.map(([name, code]) => [key(name), code]));

/** The code of a country, from its name in English or German or from either of its codes; what is none of these as it stands. */
export const asCountry = (value: string): string => CODES.get(key(value)) ?? value;
