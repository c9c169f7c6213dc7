import type { IntakeFault, IntakeField, IntakeSettings } from '../../../contracts/intake';
import { registrationForm, type RegistrationForm } from '../../../contracts/registration';
import { DomainError, type Fault } from '../kernel/errors';
import { piece, type Locale } from '../kernel/text';
import { parseIn } from '../registration';
import { asCompanySize } from './company-size';
import { asCountry } from './countries';
import { splitName } from './names';
import { FAULTS, UNREAD } from './texts';
import { asLanguage, asTick, isComing } from './words';

/** What one line says: somebody who comes, somebody who does not, or something that has to be mended first. */
export type Judged =
  { person: RegistrationForm; registeredElsewhere: string | null } | { notComing: string } | { faults: IntakeFault[] };

// Whoever writes a table that is opened in Excel puts an apostrophe before what would be taken for a formula, such as +49.
const GUARDED = /^'(?=[=+\-@\t\r＝＋－＠])/;

const cleaned = (cell: string | undefined): string => (cell ?? '').normalize('NFC').trim().replace(GUARDED, '').trim();

type Values = Partial<Record<IntakeField, string>>;

const valuesOf = (cells: readonly string[], columns: IntakeSettings['columns']): Values =>
  Object.fromEntries(columns.flatMap((field, at) => (field === null ? [] : [[field, cleaned(cells[at])]])));

const webAddress = (value: string) => (/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`);

/** The registration form as this line fills it in. */
const formOf = (values: Values, settings: IntakeSettings): Record<string, unknown> => {
  const { fullName, status: _, registeredElsewhere: __, ...given } = values;
  const { termsAccepted, privacyConsent, marketingConsent, ...fields } = given;
  const named = fullName === undefined ? {} : splitName(fullName);
  const tick = (value: string | undefined) => (value === undefined ? settings.allAgreed : asTick(value));
  return {
    ...named,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== '')),
    company: fields.company || settings.company,
    language: fields.language ? asLanguage(fields.language) : settings.language,
    ...(fields.country ? { country: asCountry(fields.country) } : {}),
    ...(fields.companySize ? { companySize: asCompanySize(fields.companySize) } : {}),
    ...(fields.website ? { website: webAddress(fields.website) } : {}),
    termsAccepted: tick(termsAccepted),
    privacyConsent: tick(privacyConsent),
    marketingConsent: marketingConsent === undefined ? false : asTick(marketingConsent),
  };
};

/** The column in which a field stands: of either half of a name, the one with both. */
const columnOf = (field: string, columns: IntakeSettings['columns']): number => {
  const own = columns.indexOf(field as IntakeField);
  return own < 0 && /^(first|last)Name$/.test(field) ? columns.indexOf('fullName') : own;
};

const LONGEST_TIME = 60;
const LONGEST_SHOWN = 120;
const shown = (value: string) => (value.length > LONGEST_SHOWN ? `${piece(value, 0, LONGEST_SHOWN)}…` : value);

/**
 * Reads one line as the registration form, by the rules that visitors keep to. `headings` are the names of the file's columns, by which faults
 * are told, in the reader's language.
 */
export const judge = (
  cells: readonly string[],
  headings: readonly string[],
  settings: IntakeSettings,
  locale: Locale,
): Judged => {
  const { columns } = settings;
  if (cells.slice(headings.length).some((cell) => cell.trim() !== '')) {
    const values = cells.length;
    const message = FAULTS.tooManyCells(values, headings.length)[locale];
    return { faults: [{ field: null, column: null, value: null, message }] };
  }
  const values = valuesOf(cells, columns);
  const coming = isComing(values.status ?? '');
  if (coming === false) return { notComing: values.status! };

  const faultAt = (field: string, message: string): IntakeFault => {
    const at = columnOf(field, columns);
    return {
      field,
      column: headings[at] ?? null,
      value: at < 0 ? null : shown(cells[at] ?? ''),
      message,
    };
  };
  const faultIn = ({ path, message }: Fault): IntakeFault => {
    const field = String(path[0]);
    return faultAt(field, UNREAD[field]?.[locale] ?? message);
  };
  const unknown = coming === null ? [faultAt('status', FAULTS.status[locale])] : [];
  try {
    const person = parseIn(registrationForm, formOf(values, settings), locale);
    if (unknown.length > 0) return { faults: unknown };
    // Programs write times in the way of their country and name no zone: what cannot be read for certain is kept as it is written.
    return { person, registeredElsewhere: piece(values.registeredElsewhere ?? '', 0, LONGEST_TIME) || null };
  } catch (error) {
    if (!(error instanceof DomainError) || error.kind !== 'invalid') throw error;
    const { errors } = error.details as { errors: Fault[] };
    return { faults: [...unknown, ...errors.map(faultIn)] };
  }
};

/** Who a line speaks of, for people who look for it: shown though it may be faulty. */
export const shownPerson = (cells: readonly string[], { columns }: Pick<IntakeSettings, 'columns'>) => {
  const values = valuesOf(cells, columns);
  const name = values.fullName ?? [values.firstName, values.lastName].filter(Boolean).join(' ');
  return { name: shown(name) || null, email: shown(values.email ?? '') || null };
};
