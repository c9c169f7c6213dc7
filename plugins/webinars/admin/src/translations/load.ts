import { PLUGIN_ID } from '../plugin-id';
import en from './en.json';

type Texts = Record<string, string>;

// The bundler must see every file; those with the names of content fields are optional and carry keys of their own.
const files = import.meta.glob<{ default: Texts }>(['./*.json', '!./en.json']);

const load = async (name: string): Promise<Texts> => (await files[`./${name}.json`]?.())?.default ?? {};

/** The plugin's texts in one language: its own under its prefix, the names of content fields as they are. */
export const loadTexts = async (locale: string): Promise<Texts> => {
  const [own, content] = await Promise.all([locale === 'en' ? en : load(locale), load(`content.${locale}`)]);
  const prefixed = Object.entries(own).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]);
  return { ...Object.fromEntries(prefixed), ...content };
};
