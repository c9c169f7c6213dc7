import { useIntl } from 'react-intl';
import { useText, type TextKey } from '../../translate';
import en from '../../translations/en.json';

const isKey = (key: string): key is TextKey => key in en;

/** A word that the server tells, in the reader's language; as it came where another release has words of its own. */
export const useWord = () => {
  const text = useText();
  return (group: string, word: string | null): string =>
    word === null ? '–' : isKey(`${group}.${word}`) ? text(`${group}.${word}` as TextKey) : word;
};

/** Money in words; `amount` in minor units. */
export const useMoney = () => {
  const { locale } = useIntl();
  return (amount: number, currency: string): string => {
    const format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
  };
};

export const nameOf = ({
  firstName,
  lastName,
  email,
}: {
  firstName: string | null;
  lastName: string | null;
  email: string;
}) => [firstName, lastName].filter(Boolean).join(' ') || email;
