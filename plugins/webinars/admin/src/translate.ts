import { useCallback } from 'react';
import { useIntl, type PrimitiveType } from 'react-intl';
import { PLUGIN_ID } from './plugin-id';
import en from './translations/en.json';

/** A text of the plugin, by its name in `translations/en.json`. */
export type TextKey = keyof typeof en;

export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key);

/** A text as Strapi's registries want it: the English words stand in until a language is loaded. */
export const label = (key: TextKey) => ({ id: `${PLUGIN_ID}.${key}`, defaultMessage: en[key] });

/** Texts of the plugin in the reader's language. */
export const useText = () => {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: TextKey, values?: Record<string, PrimitiveType>): string => formatMessage(label(key), values),
    [formatMessage],
  );
};
