import { PLUGIN_ID } from '../plugin-id';
import en from './en.json';

type Texts = Record<string, string>;

// The bundler must see every file; those with the names of content fields are optional and carry keys of their own.
const files = import.meta.glob<{ default: Texts }>(['./*.json', '!./en.json']);

const load = async (name: string): Promise<Texts> => (await files[`./${name}.json`]?.())?.default ?? {};

// What the Content Manager stores is English, and an administrator may have put other words there: in English those are shown.
const isStored = (key: string) => key.startsWith('content-manager.');

const loadContent = async (locale: string): Promise<Texts> => {
  const texts = Object.entries(await load(`content.${locale}`));
  return Object.fromEntries(locale === 'en' ? texts.filter(([key]) => !isStored(key)) : texts);
};

/** The plugin's texts in one language: its own under its prefix, the names of content fields as they are. */
export const loadTexts = async (locale: string): Promise<Texts> => {
  const [own, content] = await Promise.all([locale === 'en' ? en : load(locale), loadContent(locale)]);
  const prefixed = Object.entries(own).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]);
  return { ...Object.fromEntries(prefixed), ...content };
};
