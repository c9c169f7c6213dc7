import { DatabaseError, OdooError, userError, validationError } from '../errors.mjs';
import { asDatetime, asInstant } from '../values.mjs';
import { slug } from '../text.mjs';
import { seatsOf } from './seats.mjs';

/** @typedef {import('../environment.mjs').Environment} Environment */
/** @typedef {import('../store.mjs').Row} Row */

const HALF_HOUR = 30 * 60_000;
const DAY = 24 * 60 * 60_000;

const MARKETING =
  '<section class="s_text_block">\n            <h5>Join us for this 24 hours Event</h5>\n' +
  '            <p>Every year we invite our community, partners and end-users to come and meet us!</p>\n        </section>';

/** Odoo writes to attendees by itself, unless told not to. */
const MAILS = [
  { interval_type: 'after_sub', interval_nbr: 0, interval_unit: 'now', template_ref: 'mail.template,14' },
  { interval_type: 'before_event', interval_nbr: 1, interval_unit: 'hours', template_ref: 'mail.template,15' },
  { interval_type: 'before_event', interval_nbr: 3, interval_unit: 'days', template_ref: 'mail.template,15' },
];

/** @param {Environment} env @param {Row} row */
const isOpen = (env, row) => {
  if (row.date_tz && row.date_tz !== 'UTC') checkZone(row.date_tz);
  const tickets = env.having('event.event.ticket', 'event_id', row.id);
  const isOnSale = (/** @type {Row} */ ticket) =>
    !ticket.seats_max || seatsOf(env, 'event_ticket_id', ticket).seats_available > 0;
  return (
    row.kanban_state !== 'cancel' &&
    asInstant(row.date_end) >= env.now() &&
    (!row.seats_limited || !row.seats_max || seatsOf(env, 'event_id', row).seats_available !== 0) &&
    (tickets.length === 0 || tickets.some(isOnSale))
  );
};

/** A zone is not looked at when it is written; what reads it fails. @param {string} zone */
const checkZone = (zone) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
  } catch {
    throw new OdooError(500, 'pytz.exceptions.UnknownTimeZoneError', zone);
  }
};

/** @param {Row} row */
const page = (row) => `/event/${slug(row.name || '')}-${row.id}`;

/** @param {Row[]} rows */
const check = (rows) => {
  for (const { date_begin: begin, date_end: end, event_url: url } of rows) {
    if (begin && end && end < begin)
      throw validationError('The closing date cannot be earlier than the beginning date.');
    if (url && !/^[a-z][\w+.-]*:\/\/[^/]/i.test(url)) throw validationError('Please enter a valid event URL.');
  }
};

/** @type {import('./index.mjs').Rules} */
export const events = {
  aliases: { website_published: 'is_published' },
  computed: {
    ...Object.fromEntries(
      ['seats_taken', 'seats_used', 'seats_reserved', 'seats_available'].map((field) => [
        field,
        (/** @type {Environment} */ env, /** @type {Row} */ row) =>
          /** @type {Row} */ (seatsOf(env, 'event_id', row))[field],
      ]),
    ),
    address_inline: (env, row) => (row.address_id ? env.displayName('res.partner', row.address_id) : ''),
    currency_id: () => 1,
    event_register_url: (_env, row) => `http://localhost:8069${page(row)}/register`,
    event_registrations_open: isOpen,
    event_share_url: (_env, row) => row.event_url || `http://localhost:8069${page(row)}`,
    general_question_ids: (env, row) => questionsOf(env, row, true),
    specific_question_ids: (env, row) => questionsOf(env, row, false),
    is_finished: (env, row) => asInstant(row.date_end) < env.now(),
    is_ongoing: (env, row) => asInstant(row.date_begin) <= env.now() && env.now() < asInstant(row.date_end),
    lead_count: (env, row) => env.value('event.event', row, 'lead_ids').length,
    website_published: (_env, row) => row.is_published ?? false,
    website_url: (_env, row) => page(row),
  },
  defaults(env, values) {
    const now = env.now().getTime();
    const begin = Math.floor(now / HALF_HOUR) * HALF_HOUR + (now % HALF_HOUR < 60_000 ? 0 : HALF_HOUR);
    const begins = values.date_begin ?? asDatetime(new Date(begin));
    const dayAfter = () => asDatetime(new Date(asInstant(begins).getTime() + DAY));
    return {
      address_id: 1,
      badge_format: 'A6',
      company_id: 1,
      date_begin: begins,
      ...(!('date_end' in values) && { date_end: dayAfter() }),
      date_tz: env.context.tz || 'UTC',
      description: MARKETING,
      event_url: '',
      event_mail_ids: MAILS.map((mail) => [0, 0, mail]),
      is_published: false,
      kanban_state: 'normal',
      organizer_id: 1,
      question_ids: env.having('event.question', 'is_default', true).map(({ id }) => [4, id]),
      seats_limited: false,
      stage_id: 1,
      user_id: env.user.id,
      website_visibility: 'public',
    };
  },
  created: (_env, rows) => check(rows),
  preparing(_env, rows, values) {
    // A place and an address on the web exclude one another: the place wins.
    if (values.address_id && !('event_url' in values)) values.event_url = '';
    const isCancelled = rows.some((row) => row.kanban_state === 'cancel');
    if ('stage_id' in values && !('kanban_state' in values) && !isCancelled) values.kanban_state = 'normal';
  },
  written: (_env, rows) => check(rows),
};

/** @param {Environment} env @param {Row} row @param {boolean} isOncePerOrder */
const questionsOf = (env, row, isOncePerOrder) =>
  /** @type {number[]} */ (env.value('event.event', row, 'question_ids')).filter(
    (id) => (env.row('event.question', id)?.once_per_order ?? false) === isOncePerOrder,
  );

/** @type {import('./index.mjs').Rules} */
export const tickets = {
  computed: {
    ...Object.fromEntries(
      ['seats_taken', 'seats_used', 'seats_reserved', 'seats_available'].map((field) => [
        field,
        (/** @type {Environment} */ env, /** @type {Row} */ row) =>
          /** @type {Row} */ (seatsOf(env, 'event_ticket_id', row))[field],
      ]),
    ),
    company_id: () => 1,
    currency_id: () => 1,
    price_reduce: (_env, row) => row.price ?? 0,
    seats_limited: (_env, row) => (row.seats_max ?? 0) > 0,
  },
  defaults: (env, values) => ({
    product_id: 1,
    price: env.row('product.product', values.product_id ?? 1)?.list_price ?? 0,
    sequence: 10,
  }),
  unlinking(env, rows) {
    const sold = rows.filter(({ id }) => env.having('event.registration', 'event_ticket_id', id).length > 0);
    if (sold.length === 0) return;
    throw userError(
      'The following tickets cannot be deleted while they have one or more registrations linked to them:\n' +
        sold.map(({ name }) => `- ${name}`).join('\n'),
    );
  },
};

/** @type {Record<string, number>} */
const MINUTES = { now: 0, hours: 60, days: 24 * 60, weeks: 7 * 24 * 60, months: 30 * 24 * 60 };

/** @type {import('./index.mjs').Rules} */
export const mails = {
  defaults: () => ({ interval_unit: 'hours', interval_type: 'before_event', interval_nbr: 1, mail_done: false }),
  computed: {
    display_name: (env, row) => env.displayName('event.event', row.event_id),
    notification_type: () => 'mail',
    mail_state: (env, row) => {
      if (env.row('event.event', row.event_id)?.kanban_state === 'cancel') return 'cancelled';
      return row.interval_type === 'after_sub' ? 'running' : 'scheduled';
    },
    // It moves with its event.
    scheduled_date: (env, row) => {
      const event = env.row('event.event', row.event_id) ?? {};
      if (row.interval_type === 'after_sub') return event.create_date;
      const span = (row.interval_nbr ?? 0) * (MINUTES[row.interval_unit] ?? 0) * 60_000;
      const [from, sign] = row.interval_type === 'before_event' ? [event.date_begin, -1] : [event.date_end, 1];
      return asDatetime(new Date(asInstant(from).getTime() + sign * span));
    },
  },
};

/** @type {import('./index.mjs').Rules} */
export const questions = {
  isForgiving: true,
  computed: {
    display_name: (_env, row) => row.title,
    event_count: (env, row) => env.value('event.question', row, 'event_ids').length,
  },
  defaults: () => ({ question_type: 'simple_choice', is_reusable: true, sequence: 10 }),
  unlinking(env, rows) {
    if (rows.some(({ id }) => env.having('event.registration.answer', 'question_id', id).length > 0)) {
      throw userError(
        'You cannot delete a question that has already been answered by attendees. You can archive it instead.',
      );
    }
    if (rows.some((row) => row.is_default)) throw userError('You cannot delete a default question.');
  },
};

/** @param {Environment} env @param {Row} row */
const registrationOf = (env, row) => env.row('event.registration', row.registration_id) ?? {};

/** @type {import('./index.mjs').Rules} */
export const answers = {
  isForgiving: true,
  computed: {
    display_name: (env, row) =>
      row.value_text_box || env.displayName('event.question.answer', row.value_answer_id) || '',
    event_id: (env, row) => registrationOf(env, row).event_id ?? false,
    partner_id: (env, row) => registrationOf(env, row).partner_id ?? false,
    question_type: (env, row) => env.row('event.question', row.question_id)?.question_type ?? false,
  },
  created: (_env, rows) => checkAnswers(rows),
  written: (_env, rows) => checkAnswers(rows),
};

/** @param {Row[]} rows */
const checkAnswers = (rows) => {
  if (rows.some((row) => !row.value_answer_id && !row.value_text_box)) {
    throw new DatabaseError('There must be a suggested value or a text value.');
  }
};
