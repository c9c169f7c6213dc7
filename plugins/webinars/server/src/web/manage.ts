import { countryName } from '../../../contracts/countries';
import { EDITABLE, type RegistrationView } from '../../../contracts/registration';
import {
  clockOf,
  ConfirmCancel,
  EditDetails,
  instantOf,
  Manage,
  Message,
  WORDS,
  type Key,
  type ManageModel,
  type Values,
} from '../../../site/src';
import { webAddress, type Locale } from '../kernel/text';
import { parseChange } from '../registration';
import { redirect, show } from './answer';
import type { Deps, Visit } from './deps';
import { faultsOf } from './guarded';
import { limited, owned, type Owned } from './owned';
import { fieldsOf, hrefIn, pathOf } from './reading';
import { sessionModel } from './session-model';

const leadOf = (view: RegistrationView, locale: Locale, now: Date): string => {
  const say = WORDS[locale];
  const zone = view.attendee.timezone ?? view.session.timezone;
  const said = (at: string | undefined) => (at ? instantOf(new Date(at), zone, locale) : '');
  if (view.state === 'cancelled') {
    return say(`lead.${view.cancelReason ?? 'by_admin'}` as Key, { at: said(view.cancelledAt) });
  }
  if (view.state === 'confirmed' && now >= new Date(view.session.endsAt)) return say('lead.over');
  return say(`lead.${view.state}` as Key, { place: view.waitlistPosition ?? 0, until: said(view.holdExpiresAt) });
};

const detailsOf = ({ attendee }: RegistrationView, locale: Locale): ManageModel['details'] => {
  const rows: [Key, string | null][] = [
    ['field.name', `${attendee.firstName} ${attendee.lastName}`],
    ['field.email', attendee.email],
    ['field.phone', attendee.phone],
    ['field.company', attendee.company],
    ['field.position', attendee.position],
    ['field.industryVertical', attendee.industryVertical],
    ['field.companySize', attendee.companySize && WORDS[locale](`field.companySize.${attendee.companySize}`)],
    ['field.country', attendee.country && countryName(attendee.country, locale)],
    ['field.website', attendee.website],
    ['field.specificQuestions', attendee.specificQuestions],
    ['field.learningObjectives', attendee.learningObjectives],
    ['field.specialRequirements', attendee.specialRequirements],
    ['field.accessibilityNeeds', attendee.accessibilityNeeds],
    ['field.language', WORDS[locale](`field.language.${attendee.language}`)],
    ['field.timezone', attendee.timezone?.replaceAll('_', ' ') ?? null],
  ];
  return rows.flatMap(([label, value]) => (value ? [{ label, value }] : []));
};

const resourcesOf = ({ resources }: RegistrationView): ManageModel['links']['resources'] =>
  (['recording', 'slides', 'materials'] as const).flatMap((name) => {
    const href = webAddress(resources?.[`${name}Url`]);
    return href ? [{ label: `manage.resources.${name}` as const, href }] : [];
  });

/** What was done, as far as it is still true. */
const NOTICES: Record<string, (view: RegistrationView) => Key | null> = {
  saved: () => 'manage.saved',
  cancelled: ({ state }) => (state === 'cancelled' ? 'manage.cancelled' : null),
  registered: ({ state }) =>
    state === 'confirmed' || state === 'waitlisted' || state === 'pending_approval'
      ? `manage.registered.${state}`
      : null,
};

const overview = async (deps: Deps, ctx: Visit, { reference, view, locale }: Owned): Promise<void> => {
  const say = WORDS[locale];
  const { session, can } = view;
  const now = deps.now();
  const isAhead = now < new Date(session.endsAt);
  const isSeated = view.state === 'confirmed' || view.state === 'attended';
  const notice = NOTICES[String(ctx.query.done)]?.(view);
  const model: ManageModel = {
    session: sessionModel(view, locale),
    reference,
    state: view.state,
    lead: leadOf(view, locale, now),
    notice: notice ? say(notice, { email: view.attendee.email, place: view.waitlistPosition ?? 0 }) : null,
    details: detailsOf(view, locale),
    links: {
      join:
        isSeated && isAhead ? hrefIn(ctx, { view: null }, `/webinars/join/${deps.tokens.join.of(reference)}`) : null,
      feedback: can.giveFeedback ? hrefIn(ctx, { view: null }, `${pathOf(ctx)}/feedback`) : null,
      edit: can.edit ? hrefIn(ctx, { view: 'edit' }) : null,
      cancel: can.cancel ? hrefIn(ctx, { view: 'cancel' }) : null,
      preferences: hrefIn(ctx, { view: null }, `/webinars/preferences/${deps.tokens.preferences.of(reference)}`),
      calendar:
        view.state === 'confirmed' && isAhead
          ? {
              file: deps.links.calendarFile(reference),
              // Entries are shared with colleagues: no link to the registration itself stands in one.
              ...deps.addLinks({
                title: session.title ?? say('session.untitled'),
                start: new Date(session.datetime),
                duration: session.duration,
                description: deps.links.session(session.slug ?? session.documentId, locale),
                location: deps.links.join(reference),
                timezone: session.timezone,
              }),
            }
          : null,
      resources: resourcesOf(view),
    },
    joinOpensAt: can.join ? null : clockOf(new Date(session.joinOpensAt), session.timezone, locale),
    hasFeedback: view.feedback !== undefined,
  };
  await show(deps, ctx, Manage, { locale, title: say('manage.title'), model });
};

const closed = (deps: Deps, ctx: Visit, locale: Locale, key: 'edit.closed' | 'cancel.closed', status = 200) => {
  const title = WORDS[locale](key);
  const link = { href: hrefIn(ctx, { view: null }), label: WORDS[locale]('back') };
  return show(deps, ctx, Message, { locale, title, status, model: { title, text: '', link } });
};

type Sent = { values: Values; faults: Record<string, string> };

const editing = (deps: Deps, ctx: Visit, { view, locale }: Owned, sent?: Sent): Promise<void> => {
  if (!view.can.edit) return closed(deps, ctx, locale, 'edit.closed');
  const say = WORDS[locale];
  const known = Intl.supportedValuesOf('timeZone');
  const { timezone } = view.attendee;
  return show(deps, ctx, EditDetails, {
    locale,
    title: sent ? `${say('faults.page')}: ${say('edit.title')}` : say('edit.title'),
    status: sent ? 400 : 200,
    model: {
      action: hrefIn(ctx, { view: 'edit' }),
      back: hrefIn(ctx, { view: null }),
      email: view.attendee.email,
      values: sent?.values ?? view.attendee,
      faults: sent?.faults ?? {},
      timezones: timezone && !known.includes(timezone) ? [timezone, ...known] : known,
    },
  });
};

const cancelling = (deps: Deps, ctx: Visit, { view, locale }: Owned): Promise<void> => {
  if (!view.can.cancel) return closed(deps, ctx, locale, 'cancel.closed');
  return show(deps, ctx, ConfirmCancel, {
    locale,
    title: WORDS[locale]('cancel.title'),
    model: {
      session: sessionModel(view, locale),
      action: hrefIn(ctx, { view: 'cancel' }),
      back: hrefIn(ctx, { view: null }),
      gives: view.state === 'waitlisted' ? 'place' : view.state === 'pending_approval' ? 'request' : 'seat',
    },
  });
};

/** The page of a registration; `view=edit` and `view=cancel` are its forms. Nothing happens on GET. */
export const showManage = (deps: Deps) => async (ctx: Visit) => {
  const opened = await owned(deps, ctx);
  if (ctx.query.view === 'edit') return editing(deps, ctx, opened);
  if (ctx.query.view === 'cancel') return cancelling(deps, ctx, opened);
  return overview(deps, ctx, opened);
};

const edit = async (deps: Deps, ctx: Visit, opened: Owned, fields: Record<string, string>): Promise<void> => {
  const { reference, locale } = opened;
  const values = Object.fromEntries(EDITABLE.flatMap((name) => (name in fields ? [[name, fields[name]]] : [])));
  let change;
  try {
    change = parseChange(values, locale);
  } catch (error) {
    return editing(deps, ctx, opened, { values, faults: faultsOf(error) });
  }
  await deps.registrations.edit(reference, change, locale);
  redirect(ctx, hrefIn(ctx, { view: null, done: 'saved' }));
};

/** Does what the pressed button says. */
export const postManage = (deps: Deps) => async (ctx: Visit) => {
  await limited(deps, ctx);
  const opened = await owned(deps, ctx);
  const { act, ...fields } = fieldsOf(ctx);
  if (act === 'edit') return edit(deps, ctx, opened, fields);
  if (act === 'cancel') {
    await deps.registrations.cancel(opened.reference, opened.locale);
    return redirect(ctx, hrefIn(ctx, { view: null, done: 'cancelled' }));
  }
  return redirect(ctx, hrefIn(ctx, { view: null }));
};
