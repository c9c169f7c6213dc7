import { useCallback } from 'react';
import type { LinkKind, PartnerName, PartnerProblem, PartnerWarning } from '../../../contracts/partners';
import { isTextKey, useText } from '../translate';

/** What partners call themselves, in every language. */
export const PARTNER_NAMES: Record<PartnerName, string> = { odoo: 'Odoo' };

/** What a record of a kind is called, or several; a kind we have no word for keeps its own. */
export const useKindName = (number: 'kind' | 'kinds' = 'kind') => {
  const text = useText();
  return useCallback(
    (kind: LinkKind): string => {
      const key = `partner.${number}.${kind}`;
      return isTextKey(key) ? text(key) : kind;
    },
    [text, number],
  );
};

/** What a field of a partner's is called; one we have no word for keeps its own. */
export const useFieldName = () => {
  const text = useText();
  return useCallback(
    (name: string): string => {
      const key = `partner.field.${name}`;
      return isTextKey(key) ? text(key) : name;
    },
    [text],
  );
};

/**
 * What is wrong, in plain words, and what to do about it: with one record, or with all that is asked of the partner. Its own words stand
 * beside it.
 */
export const useTrouble = (partner: PartnerName) => {
  const text = useText();
  return useCallback(
    ({ code }: Pick<PartnerProblem, 'code'>, concerns: 'record' | 'all') => {
      const named = { partner: PARTNER_NAMES[partner] };
      return {
        what: text(`partner.trouble.${code}`, named),
        whatToDo: text(concerns === 'record' ? `partner.remedy.${code}` : `partner.advice.${code}`, named),
      };
    },
    [text, partner],
  );
};

/** A warning of a test in words; one we have no words for is named by its code. */
export const useWarningText = (partner: PartnerName) => {
  const text = useText();
  return useCallback(
    ({ code, values }: PartnerWarning): string => {
      const key = `partner.warning.${code}`;
      const named = { ...values, partner: PARTNER_NAMES[partner] };
      return isTextKey(key)
        ? text(key, named)
        : text('partner.warning_unknown', { code, values: Object.values(values).join(', ') });
    },
    [text, partner],
  );
};
