import type { Locale } from '../kernel/text';

type Text = Record<Locale, string>;

/** What can be wrong with a line beside what the registration form says. */
export const FAULTS = {
  status: {
    en: 'It is not known whether somebody of whom this is said is coming. Write "confirmed" or "cancelled", or leave the column out.',
    de: 'Aus dieser Angabe geht nicht hervor, ob die Person kommt. Schreiben Sie „bestätigt“ oder „storniert“, oder lassen Sie die Spalte weg.',
  } satisfies Text,
  tooManyCells: (there: number, columns: number): Text => ({
    en: `This line has ${there} values for ${columns} columns. Put a value that contains the separator into quotation marks.`,
    de: `Diese Zeile hat ${there} Werte für ${columns} Spalten. Setzen Sie einen Wert, der das Trennzeichen enthält, in Anführungszeichen.`,
  }),
};

/** The same of what is read from words and numbers; the form itself speaks to programs of codes. */
export const UNREAD: Record<string, Text> = {
  country: {
    en: 'This is no country that we know. Write its name in English or German, or its code such as DE, or leave it empty.',
    de: 'Dieses Land kennen wir nicht. Schreiben Sie seinen Namen auf Deutsch oder Englisch oder sein Kürzel wie DE, oder lassen Sie es leer.',
  },
  companySize: {
    en: 'This is no number of people. Write one, or a span such as 50-249, or leave it empty.',
    de: 'Dies ist keine Zahl von Personen. Schreiben Sie eine, oder eine Spanne wie 50-249, oder lassen Sie es leer.',
  },
};

/** The heading of the column that a list of faulty lines has in addition. */
export const WHAT_IS_WRONG: Text = { en: 'What is wrong', de: 'Was nicht stimmt' };
