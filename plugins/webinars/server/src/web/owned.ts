import type { RegistrationView } from '../../../contracts/registration';
import { notFound } from '../kernel/errors';
import type { Locale } from '../kernel/text';
import { networkOf } from '../kernel/visitor';
import type { Deps, Visit } from './deps';
import { languageIn } from './reading';

/** A registration, opened by the token in the page's address. */
export type Owned = { reference: string; view: RegistrationView; locale: Locale };

export const owned = async (
  { tokens, registrations }: Deps,
  ctx: Visit,
  purpose: 'manage' | 'join' = 'manage',
): Promise<Owned> => {
  const reference = tokens[purpose].read(ctx.params.token!);
  const view = reference && (await registrations.view(reference));
  if (!view) throw notFound('This registration');
  return { reference, view, locale: languageIn(ctx, view.attendee.language) };
};

/** Counts a write of this visitor's network, as the API does. */
export const limited = ({ limitAddress, addressOf }: Deps, ctx: Visit): Promise<void> =>
  limitAddress(networkOf(addressOf(ctx.req)));
