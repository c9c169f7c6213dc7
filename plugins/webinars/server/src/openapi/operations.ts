import { z } from 'zod';
import { calendarQuery, ownCalendarQuery } from '../../../contracts/calendar';
import { cartChange, cartReceipt, cartView, newCart } from '../../../contracts/carts';
import { catalogAnswer, catalogQuery, landingAnswer, landingQuery } from '../../../contracts/catalog';
import { preferencesChange, preferencesView, unsubscribeQuery } from '../../../contracts/preferences';
import {
  feedbackForm,
  REFUSAL_CODES,
  registrationChange,
  registrationForm,
  registrationPrefill,
  registrationReceipt,
  registrationView,
} from '../../../contracts/registration';
import { bounceReceipt, bounceReport } from '../../../contracts/bounces';
import type { Operation } from './operation';

// Contracts that stand in several places; the document says each once, under its name.
z.globalRegistry.add(registrationForm, { id: 'RegistrationForm' });
z.globalRegistry.add(registrationChange, { id: 'RegistrationChange' });
z.globalRegistry.add(feedbackForm, { id: 'Feedback' });
z.globalRegistry.add(registrationReceipt, { id: 'RegistrationReceipt', description: 'What became of a registration' });
z.globalRegistry.add(registrationView, { id: 'Registration', description: 'A registration as its owner sees it' });

const enveloped = (data: z.ZodType, meta: z.ZodType = z.object({})) => z.object({ data, meta });

const languageQuery = z.object({
  locale: z.enum(['en', 'de']).optional().meta({
    description: 'The language of the answer, where the form does not say one. Default: Accept-Language, else English',
  }),
});

const FAULTY = 'The request is not well formed; every faulty field is named';
const LIMITED = 'Too many requests of this network address';
const BUSY = ['BUSY'];

const FEED = {
  method: 'get',
  tag: 'Programme',
  query: calendarQuery,
  headers: [{ name: 'If-None-Match', description: 'The ETag of the feed as it is known' }],
  answer: { status: 200, description: 'An iCalendar feed', body: 'text/calendar', isTagged: true },
} as const satisfies Partial<Operation>;

/** Every endpoint of ours that the public may call, and how it answers. */
export const operations: Operation[] = [
  {
    id: 'browseCatalog',
    method: 'get',
    path: '/catalog',
    tag: 'Programme',
    summary: 'Cards of the programme, filtered, searched, sorted and counted',
    description:
      'Prices are those of this moment, and so are seats. The counts of a facet ignore the filter of its own name.',
    query: catalogQuery,
    answer: { status: 200, description: 'A page of cards', body: catalogAnswer },
    refusals: { invalid: 'A parameter is faulty or unknown; each is named' },
  },
  {
    id: 'readSession',
    method: 'get',
    path: '/sessions/:slug',
    tag: 'Programme',
    summary: 'Everything the landing page of a session needs',
    query: landingQuery,
    answer: { status: 200, description: 'The session', body: landingAnswer },
    refusals: { invalid: FAULTY, not_found: 'The public knows no such session' },
  },
  {
    id: 'readSessionCalendar',
    method: 'get',
    path: '/sessions/:slug/calendar.ics',
    tag: 'Programme',
    summary: 'A session as a calendar file',
    description: 'METHOD:PUBLISH. A cancelled session says so. Nothing that is meant for registrants stands in it.',
    query: calendarQuery,
    headers: [{ name: 'If-None-Match', description: 'The ETag of the file as it is known' }],
    answer: { status: 200, description: 'An iCalendar file', body: 'text/calendar', isTagged: true },
    refusals: { invalid: FAULTY, not_found: 'The public knows no such session' },
  },
  {
    ...FEED,
    id: 'readProgrammeFeed',
    path: '/calendar.ics',
    summary: 'The programme, for calendars to subscribe to',
    description:
      'Sessions ahead and of the last 30 days, at most 1,000, the earliest first. Cancelled ones stay, and say so. Seats are not told.',
    refusals: { invalid: FAULTY },
  },
  {
    ...FEED,
    id: 'readCategoryFeed',
    path: '/calendar/categories/:category.ics',
    summary: 'The sessions of one category, for calendars to subscribe to',
    refusals: { invalid: FAULTY, not_found: 'No topic has this category' },
  },
  {
    ...FEED,
    id: 'readSpeakerFeed',
    path: '/calendar/speakers/:speaker.ics',
    summary: 'The sessions that one person gives, for calendars to subscribe to',
    refusals: { invalid: FAULTY, not_found: 'The public knows no such speaker' },
  },
  {
    id: 'register',
    method: 'post',
    path: '/sessions/:slug/registrations',
    tag: 'Registrations',
    summary: 'Register for a session',
    description:
      'A free seat is confirmed at once, a paid one is held while its holder pays, and where no seat is free the person joins the end of ' +
      'the waitlist. With an Idempotency-Key a repeat of the request gives the first answer again, for a day.',
    query: languageQuery,
    headers: [{ name: 'Idempotency-Key', description: '1 to 255 visible characters, new for each registration' }],
    body: registrationForm,
    answer: { status: 201, description: 'Registered', body: enveloped(registrationReceipt) },
    refusals: {
      invalid: FAULTY,
      not_found: 'The public knows no such session',
      conflict: [...REFUSAL_CODES, 'CONSENT_TEXT_CHANGED'],
      gone: ['HOLD_LAPSED'],
      mismatch: ['IDEMPOTENCY_KEY_REUSED'],
      limited: 'Too many requests of this network address, or too many registrations for this e-mail address',
      unavailable: [...BUSY, 'PAYMENT_UNAVAILABLE'],
    },
  },
  {
    id: 'readRegistration',
    method: 'get',
    path: '/registrations/:token',
    tag: 'Registrations',
    summary: 'A registration as its owner sees it',
    description: 'Meeting details are there only while the registration is confirmed.',
    answer: { status: 200, description: 'The registration', body: enveloped(registrationView) },
    refusals: { not_found: 'The token belongs to no registration' },
  },
  {
    id: 'readRegistrationCalendar',
    method: 'get',
    path: '/registrations/:token/calendar.ics',
    tag: 'Registrations',
    summary: 'The calendar entry of one registration',
    description:
      'METHOD:PUBLISH while its seat is confirmed, METHOD:CANCEL once it is cancelled; the same UID as in the mails about it.',
    query: ownCalendarQuery,
    answer: { status: 200, description: 'An iCalendar file', body: 'text/calendar', isTagged: false },
    refusals: {
      invalid: FAULTY,
      not_found: 'The token belongs to no registration',
      conflict: ['NO_CONFIRMED_SEAT'],
    },
  },
  {
    id: 'cancelRegistration',
    method: 'post',
    path: '/registrations/:token/cancel',
    tag: 'Registrations',
    summary: 'Give the seat back',
    description: 'Repeatable, with the same answer. The seat goes to the head of the waitlist in the same instant.',
    answer: { status: 200, description: 'The registration, cancelled', body: enveloped(registrationView) },
    refusals: {
      not_found: 'The token belongs to no registration',
      conflict: ['SESSION_OVER'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'editRegistration',
    method: 'patch',
    path: '/registrations/:token',
    tag: 'Registrations',
    summary: 'Change one’s own details',
    description:
      'Fields that are not named stay; null clears one. The e-mail address cannot be changed: cancel, and register anew.',
    query: languageQuery,
    body: registrationChange,
    answer: { status: 200, description: 'The registration as it is now', body: enveloped(registrationView) },
    refusals: {
      invalid: FAULTY,
      not_found: 'The token belongs to no registration',
      conflict: ['REGISTRATION_CANCELLED', 'SESSION_OVER'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'joinSession',
    method: 'post',
    path: '/registrations/:token/join',
    tag: 'Registrations',
    summary: 'Come in: where the meeting is',
    description:
      'By the manage token, or by the token of the link in invitations and reminders, which opens nothing else. ' +
      'From 15 minutes before the start until the end. The first time is noted; a repeat gives the same answer. With JOIN_NOT_OPEN_YET ' +
      'details.opensAt says when to come back.',
    query: languageQuery,
    answer: { status: 200, description: 'Where to go', body: enveloped(z.object({ url: z.url() })) },
    refusals: {
      not_found: 'The token belongs to no registration',
      conflict: ['JOIN_NOT_OPEN_YET', 'SESSION_OVER', 'NOT_CONFIRMED', 'MEETING_NOT_SET', 'SESSION_CANCELLED'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'giveFeedback',
    method: 'post',
    path: '/registrations/:token/feedback',
    tag: 'Registrations',
    summary: 'Say how the session was',
    description:
      'For people who held a seat, from the start until 90 days after the end. Said again, the later word counts.',
    query: languageQuery,
    body: feedbackForm,
    answer: { status: 200, description: 'The registration, with its feedback', body: enveloped(registrationView) },
    refusals: {
      invalid: FAULTY,
      not_found: 'The token belongs to no registration',
      conflict: ['FEEDBACK_NOT_OPEN', 'FEEDBACK_CLOSED', 'NOT_CONFIRMED'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'readPreferences',
    method: 'get',
    path: '/preferences/:token',
    tag: 'Mails',
    summary: 'Which mails an address gets',
    answer: { status: 200, description: 'The preferences', body: enveloped(preferencesView) },
    refusals: { not_found: 'The token belongs to nobody' },
  },
  {
    id: 'changePreferences',
    method: 'patch',
    path: '/preferences/:token',
    tag: 'Mails',
    summary: 'Switch mails on or off',
    description: 'Preferences are those of the e-mail address, whatever it is registered for.',
    query: languageQuery,
    body: preferencesChange,
    answer: { status: 200, description: 'The preferences as they are now', body: enveloped(preferencesView) },
    refusals: { invalid: FAULTY, not_found: 'The token belongs to nobody', limited: LIMITED, unavailable: BUSY },
  },
  {
    id: 'unsubscribe',
    method: 'post',
    path: '/unsubscribe/:token',
    tag: 'Mails',
    summary: 'End one kind of mails with one request',
    description:
      'RFC 8058: what mail clients call by themselves, with the form-encoded body List-Unsubscribe=One-Click. Repeatable, with the same answer.',
    query: unsubscribeQuery,
    answer: { status: 200, description: 'The preferences as they are now', body: enveloped(preferencesView) },
    refusals: {
      invalid: 'There is no such kind of mails',
      not_found: 'The token belongs to nobody',
      limited: 'Too many requests with this token, or with unknown ones from this network address',
      unavailable: BUSY,
    },
  },
  {
    id: 'confirmConsent',
    method: 'post',
    path: '/consents/:token/confirm',
    tag: 'Mails',
    summary: 'Confirm that an address wants news',
    description: 'Only this makes a consent count that was given in a form. Repeatable, with the same answer.',
    query: languageQuery,
    answer: {
      status: 200,
      description: 'Confirmed',
      body: enveloped(z.object({ consent: z.literal('confirmed') })),
    },
    refusals: {
      not_found: 'The token belongs to nobody',
      conflict: ['CONSENT_NOT_REQUESTED'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'reportBounce',
    method: 'post',
    path: '/mail/bounces',
    tag: 'Mails',
    summary: 'Report a mail that did not arrive',
    description:
      'For whoever watches the return path. A returned mail can be posted as it is, with the content type message/rfc822 (RFC 3464). ' +
      'There is no such endpoint without a token in the settings.',
    headers: [{ name: 'Authorization', description: 'Bearer, and the token of the settings' }],
    body: bounceReport,
    answer: { status: 200, description: 'What was marked', body: enveloped(bounceReceipt) },
    refusals: { invalid: FAULTY, forbidden: ['WRONG_TOKEN'] },
  },
  {
    id: 'beginCart',
    method: 'post',
    path: '/carts',
    tag: 'Carts',
    summary: 'Begin a cart: a draft to register for several sessions at once',
    description:
      'It can be resumed, changed and submitted for four hours. The form is filled from an earlier registration by its manage token, or, ' +
      'for a signed-in visitor, from what the confirmed address of the account registered last.',
    query: languageQuery,
    body: newCart,
    answer: { status: 201, description: 'The cart, with its token', body: enveloped(cartView) },
    refusals: { invalid: FAULTY, limited: LIMITED },
    account: 'optional',
  },
  {
    id: 'readCart',
    method: 'get',
    path: '/carts/:token',
    tag: 'Carts',
    summary: 'A cart, and how its sessions stand now',
    query: languageQuery,
    answer: { status: 200, description: 'The cart', body: enveloped(cartView) },
    refusals: { not_found: 'The token belongs to no cart', gone: ['CART_EXPIRED'] },
  },
  {
    id: 'changeCart',
    method: 'patch',
    path: '/carts/:token',
    tag: 'Carts',
    summary: 'Fill in more of a cart',
    description:
      'Types and lengths are checked; whether the form is complete shows at submit. Changes that come together are all kept, field by field.',
    query: languageQuery,
    body: cartChange,
    answer: { status: 200, description: 'The cart as it is now', body: enveloped(cartView) },
    refusals: {
      invalid: FAULTY,
      not_found: 'The token belongs to no cart',
      conflict: ['CART_SUBMITTED', 'CART_COMPLETED'],
      gone: ['CART_EXPIRED'],
      limited: LIMITED,
      unavailable: BUSY,
    },
  },
  {
    id: 'submitCart',
    method: 'post',
    path: '/carts/:token/submit',
    tag: 'Carts',
    summary: 'Register for every session of a cart',
    description:
      'Each session is decided by itself. Repeatable, with the same answer: what was cut short is finished by the next try, and nothing is ' +
      'done twice.',
    query: languageQuery,
    answer: { status: 200, description: 'What became of each session', body: enveloped(cartReceipt) },
    refusals: {
      invalid: 'The cart is not complete; everything that is missing is named, and it stays open',
      not_found: 'The token belongs to no cart',
      gone: ['CART_EXPIRED'],
      limited: 'Too many requests of this network address, or too many registrations for this e-mail address',
      unavailable: BUSY,
    },
  },
  {
    id: 'readMyRegistrations',
    method: 'get',
    path: '/me/registrations',
    tag: 'Account',
    summary: 'The registrations of the confirmed address of the account',
    answer: {
      status: 200,
      description: 'The registrations, the nearest session first',
      body: enveloped(z.array(registrationView), z.object({ prefill: registrationPrefill.nullable() })),
    },
    refusals: { forbidden: ['EMAIL_NOT_CONFIRMED'] },
    account: 'required',
  },
  {
    id: 'cancelMyRegistration',
    method: 'post',
    path: '/me/registrations/:reference/cancel',
    tag: 'Account',
    summary: 'Give the seat back, without a token',
    answer: { status: 200, description: 'The registration, cancelled', body: enveloped(registrationView) },
    refusals: {
      forbidden: ['EMAIL_NOT_CONFIRMED'],
      not_found: 'The account has no such registration',
      conflict: ['SESSION_OVER'],
      unavailable: BUSY,
    },
    account: 'required',
  },
  {
    id: 'readOpenApi',
    method: 'get',
    path: '/openapi.json',
    tag: 'About',
    summary: 'This document',
    answer: { status: 200, description: 'An OpenAPI 3.1 document', body: z.looseObject({ openapi: z.string() }) },
    refusals: {},
  },
];
