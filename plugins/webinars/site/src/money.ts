import type { Locale } from './text/words';

const TAG: Record<Locale, string> = { en: 'en-GB', de: 'de-DE' };

/** Money in words. `amount` in minor units of `currency`. */
export const moneyOf = (amount: number, currency: string, locale: Locale): string => {
  const format = new Intl.NumberFormat(TAG[locale], { style: 'currency', currency });
  return format.format(majorUnits(amount, currency));
};

/** Yen have no minor unit, dinars have a thousand. */
export const majorUnits = (amount: number, currency: string): number => {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return amount / 10 ** (maximumFractionDigits ?? 2);
};
