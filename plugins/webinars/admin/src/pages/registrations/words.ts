import { useText, type TextKey } from '../../translate';
import en from '../../translations/en.json';

const isKey = (key: string): key is TextKey => key in en;

/** A word that the server tells, in the reader's language; as it came where another release has words of its own. */
export const useWord = () => {
  const text = useText();
  return (group: string, word: string | null): string =>
    word === null ? '–' : isKey(`${group}.${word}`) ? text(`${group}.${word}` as TextKey) : word;
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
