import { countryName } from '../../../contracts/countries';
import type { RosterColumn, RosterRow } from '../../../contracts/roster';
import type { Locale } from '../kernel/text';
import { localClock } from './local';
import { WORDS } from './texts';

/** What stands in a cell. A date is told in the programme's zone, as if it were UTC. */
export type Cell = string | number | Date | null;

/** A column of a file. `width`: in letters, about. */
export type Column = { header: string; width: number; cell(row: RosterRow): Cell };

const DIGITS = new Map<string, number>();

/** How many digits stand behind the point of a currency's amounts. */
const digitsOf = (currency: string): number => {
  // What is no currency would break off the whole file.
  if (!/^[a-z]{3}$/i.test(currency)) return 2;
  let digits = DIGITS.get(currency);
  if (digits === undefined) {
    digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
    DIGITS.set(currency, digits);
  }
  return digits;
};

/** The columns of a file: the name, then those of the list in its order. */
export const columnsOf = (chosen: readonly RosterColumn[], locale: Locale, timezone: string): Column[] => {
  const words = WORDS[locale];
  const local = localClock(timezone);
  const at = (header: string, instant: (row: RosterRow) => string): Column => ({
    header: `${header} (${timezone})`,
    width: 18,
    cell: (row) => local(instant(row)),
  });
  const plain = (header: string, width: number, cell: Column['cell']): Column => ({ header, width, cell });
  const of: Record<RosterColumn, Column[]> = {
    email: [plain(words.email, 32, ({ email }) => email)],
    company: [plain(words.company, 26, ({ company }) => company)],
    companySize: [plain(words.companySize, 20, ({ companySize }) => companySize && words.sizes[companySize])],
    position: [plain(words.position, 26, ({ position }) => position)],
    country: [plain(words.country, 24, ({ country }) => country && countryName(country, locale))],
    session: [plain(words.session, 40, ({ session }) => session.title)],
    sessionAt: [at(words.sessionAt, ({ session }) => session.datetime)],
    state: [plain(words.state, 18, ({ state }) => words.states[state])],
    registered: [at(words.registered, ({ registeredAt }) => registeredAt)],
    payment: [
      plain(words.payment, 16, ({ paymentStatus: status }) => status && (words.payments[status] ?? status)),
      plain(words.amount, 10, ({ paymentAmount: amount, paymentCurrency: currency }) =>
        amount === null || !currency ? null : amount / 10 ** digitsOf(currency),
      ),
      plain(words.currency, 10, ({ paymentAmount, paymentCurrency }) =>
        paymentAmount === null ? null : paymentCurrency,
      ),
    ],
    source: [plain(words.source, 16, ({ source }) => source)],
    locale: [plain(words.locale, 12, (row) => words.languages[row.locale])],
    attendance: [plain(words.attendance, 14, ({ attendanceMinutes }) => attendanceMinutes)],
    rating: [plain(words.rating, 10, ({ rating }) => rating)],
    reference: [plain(words.reference, 16, ({ reference }) => reference)],
  };
  return [
    plain(words.firstName, 18, ({ firstName }) => firstName),
    plain(words.lastName, 20, ({ lastName }) => lastName),
    ...chosen.flatMap((name) => of[name]),
  ];
};
