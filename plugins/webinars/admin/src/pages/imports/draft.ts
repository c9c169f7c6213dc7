import type { IntakeSettings } from '../../../../contracts/intake';

/** What is still to be said before a file can be checked. */
export type Missing = 'email' | 'name' | 'company' | 'consents' | 'consent_source';

/** Whether somebody's agreement is claimed, of which it has to be known where it was given. */
export const claimsConsent = ({ columns, allAgreed }: IntakeSettings): boolean =>
  allAgreed ||
  columns.some((field) => field === 'termsAccepted' || field === 'privacyConsent' || field === 'marketingConsent');

export const missingIn = (settings: IntakeSettings): Missing[] => {
  const { columns, company, allAgreed, consentFrom, consentVersion } = settings;
  const has = (...fields: IntakeSettings['columns']) => fields.every((field) => columns.includes(field));
  const missing: [Missing, boolean][] = [
    ['email', !has('email')],
    ['name', !has('fullName') && !has('firstName', 'lastName')],
    ['company', !has('company') && company.trim().length < 2],
    ['consents', !allAgreed && !has('termsAccepted', 'privacyConsent')],
    ['consent_source', claimsConsent(settings) && (consentFrom.trim() === '' || consentVersion.trim() === '')],
  ];
  return missing.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
};

/** The settings with a column said to hold something; no other column holds it then. */
export const withColumn = (
  settings: IntakeSettings,
  at: number,
  field: IntakeSettings['columns'][number],
): IntakeSettings => ({
  ...settings,
  columns: settings.columns.map((before, index) =>
    index === at ? field : field !== null && before === field ? null : before,
  ),
});
