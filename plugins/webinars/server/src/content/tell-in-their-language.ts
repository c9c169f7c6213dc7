import type { Core } from '@strapi/strapi';
import type { Fault } from '../kernel/errors';
import { inGerman } from './refusals-in-german';

type Refusal = Error & { details?: { errors?: Fault[] } };

const readsGerman = (strapi: Core.Strapi): boolean => {
  const ctx = strapi.requestContext.get() as { state?: { user?: { preferedLanguage?: string | null } } } | undefined;
  // Strapi's spelling.
  return ctx?.state?.user?.preferedLanguage === 'de';
};

const told = (fault: Fault): Fault => ({ ...fault, message: inGerman(fault.message) });

const faultsTogether = (faults: readonly Fault[]): string =>
  faults.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' ');

/**
 * Tells editors what is refused in the language they have the admin in: the Content Manager shows a server's words as they come. Registered
 * before all rules, so that it hears each of them. Everybody else is told in English, with a code for programs.
 */
export const tellInTheirLanguage = (strapi: Core.Strapi): void => {
  strapi.documents.use(async (context, next) => {
    try {
      return await next();
    } catch (error) {
      if (!(error instanceof Error) || !readsGerman(strapi)) throw error;
      const refusal = error as Refusal;
      const faults = refusal.details?.errors;
      if (faults) {
        const isSummary = refusal.message === faultsTogether(faults).slice(0, 500);
        refusal.details = { ...refusal.details, errors: faults.map(told) };
        refusal.message = isSummary ? faultsTogether(faults.map(told)).slice(0, 500) : inGerman(refusal.message);
      } else refusal.message = inGerman(refusal.message);
      throw refusal;
    }
  });
};
