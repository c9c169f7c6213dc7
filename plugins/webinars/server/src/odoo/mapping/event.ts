import type { SessionFacts } from '../queries';
import { blocksAsHtml, paragraphs } from './html';
import { majorUnits, odooTime, type Wish } from './wish';

/** English where there is some, else German: Odoo holds one text, read by the company's own people. */
const preferred = <Text extends { locale: string }>(
  texts: readonly Text[],
  has: (text: Text) => boolean,
): Text | null => texts.find((text) => text.locale === 'en' && has(text)) ?? texts.find(has) ?? null;

export const titleOf = ({ texts, topics, slug, documentId }: SessionFacts): string =>
  preferred(texts, ({ title }) => Boolean(title))?.title ??
  preferred(topics, ({ title }) => Boolean(title))?.title ??
  slug ??
  documentId;

const descriptionOf = ({ texts, topics }: SessionFacts): string => {
  const own = preferred(texts, ({ description }) => typeof description === 'string' && description.trim() !== '');
  if (own) return paragraphs(own.description as string);
  const topic = preferred(topics, ({ description }) => blocksAsHtml(description) !== '');
  return topic ? blocksAsHtml(topic.description) : '';
};

/** The event's tags, each once. */
const tagsOf = ({ category }: SessionFacts): string[] => ['Webinar', ...(category ? [category] : [])];

/** What the ticket of a paid session is called. */
export const TICKET_NAME = 'Standard Registration';

const SHOWN = ['published', 'live', 'completed'];

/**
 * What an event in Odoo says of a session. All of it is ours: a field is written when it changes here. What is not here (responsible, stage,
 * venue, template) belongs to those who work in Odoo.
 */
export const eventWish = (session: SessionFacts, pageUrl: string, zones: ReadonlySet<string>) => ({
  name: titleOf(session),
  date_begin: odooTime(session.datetime),
  date_end: odooTime(new Date(session.datetime.getTime() + session.duration * 60_000)),
  // An unknown zone is taken when written, and breaks every page that reads it.
  date_tz: zones.has(session.timezone) ? session.timezone : 'UTC',
  seats_limited: session.capacity !== null,
  // Never below what is taken here: Odoo would refuse people who have a seat.
  seats_max: session.capacity === null ? 0 : Math.max(session.capacity, session.taken),
  description: descriptionOf(session),
  event_url: pageUrl,
  website_published: SHOWN.includes(session.state),
  isCancelled: session.state === 'cancelled',
  speaker: session.speaker?.documentId ?? null,
  tags: tagsOf(session),
  ticket:
    session.price > 0 ? { price: majorUnits(session.price, session.currency), product: session.odooProductId } : null,
});

export type EventWish = ReturnType<typeof eventWish> & Wish;
