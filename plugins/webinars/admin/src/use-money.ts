import { useIntl } from 'react-intl';

/** Money in words; `amount` in minor units. */
export const useMoney = () => {
  const { locale } = useIntl();
  return (amount: number, currency: string): string => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
};
