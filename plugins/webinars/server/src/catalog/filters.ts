import { type PANEL_SIZES, type CatalogQuery, type Facet } from '../../../contracts/catalog';
import { allOf, raw, sql, type Fragment } from './fragment';
import { COMPONENT, ofComponent } from './tables';
import type { Timeframe } from './timeframe';

/** An instant as the columns hold it: UTC without a zone. */
export const utc = (instant: Date): string => instant.toISOString().slice(0, -1);

/** Aliases that every statement here shares: `s` session, `t` its topic, `p` a person on its stage, `stage.size` how many those are. */
export const ENDS_AT = raw("(s.datetime + s.duration * interval '1 minute')");

/** What a seat costs at an instant, as sessions/price.ts says it. */
export const priceAt = (now: Date): Fragment =>
  sql`case when s.early_bird_price < coalesce(s.price, 0) and s.early_bird_ends_at > ${utc(now)}::timestamp
        then s.early_bird_price else coalesce(s.price, 0) end`;

/** One on stage, two or three, four or more. */
export const LARGEST_SMALL_PANEL = 3;
export const panelSizeOf = (people: number): (typeof PANEL_SIZES)[number] =>
  people <= 1 ? 'single' : people <= LARGEST_SMALL_PANEL ? 'small-panel' : 'large-panel';
export const PANEL_SIZE = raw(
  `case when coalesce(stage.size, 0) <= 1 then 'single' when stage.size <= ${LARGEST_SMALL_PANEL} then 'small-panel' else 'large-panel' end`,
);

/** Whether a consultation can be booked with a person. What it costs, and the rest of the business settings, stays private. */
export const IS_BOOKABLE = raw(
  `(p.is_active and p.booking_url <> '' and coalesce(p.availability_status, 'available') <> 'unavailable'
    and ${ofComponent('speakers', 'p', 'businessSettings', COMPONENT.businessSettings, 'x.available_for_consultations')} is not false)`,
);

export const CERTIFICATIONS = raw(
  ofComponent('speakers', 'p', 'credentials', COMPONENT.credentials, 'x.certifications'),
);

/** Sessions of a time frame that the public may see. */
export const ofTimeframe = ({ isPast, startsBefore }: Timeframe, now: Date): Fragment => {
  const at = utc(now);
  if (isPast) {
    return sql`s.state in ('published', 'live', 'completed') and s.datetime <= ${at}::timestamp
      and (s.state = 'completed' or ${ENDS_AT} <= ${at}::timestamp)`;
  }
  const ahead = sql`s.state in ('published', 'live') and ${ENDS_AT} > ${at}::timestamp`;
  return startsBefore ? sql`${ahead} and s.datetime < ${utc(startsBefore)}::timestamp` : ahead;
};

type Conditions = Partial<Record<Facet, Fragment>>;

/** What a session and its topic must be, by facet. */
export const sessionConditions = (query: CatalogQuery, now: Date): Conditions => ({
  ...(query.category && { category: sql`t.category = ${query.category}` }),
  ...(query.difficulty && { difficulty: sql`t.difficulty_level = ${query.difficulty}` }),
  ...(query.price && { price: query.price === 'free' ? sql`${priceAt(now)} = 0` : sql`${priceAt(now)} > 0` }),
  ...(query.language && { language: sql`s.language = ${query.language}` }),
  ...(query.sessionType && { sessionType: sql`s.session_type = ${query.sessionType}` }),
  ...(query.panelSize && { panelSize: sql`${PANEL_SIZE} = ${query.panelSize}` }),
  ...(query.tag && { tag: sql`jsonb_exists(t.tags, ${query.tag})` }),
});

/** What one and the same person on stage must be, by facet. */
export const personConditions = (query: CatalogQuery): Conditions => ({
  ...(query.speaker && {
    speaker: sql`p.document_id in (select document_id from speakers where slug = ${query.speaker} or document_id = ${query.speaker})`,
  }),
  ...(query.consultantType && { consultantType: sql`p.consultant_type = ${query.consultantType}` }),
  ...(query.expertise && { expertise: sql`jsonb_exists_any(p.expertise, ${query.expertise}::text[])` }),
  ...(query.industry && { industry: sql`jsonb_exists_any(p.industries, ${query.industry}::text[])` }),
  ...(query.experienceLevel && { experienceLevel: sql`p.experience_level = ${query.experienceLevel}` }),
  ...(query.certifications && {
    certifications: sql`jsonb_exists_all(${CERTIFICATIONS}, ${query.certifications}::text[])`,
  }),
  ...(query.hasFollowUp && { hasFollowUp: IS_BOOKABLE }),
});

export const conditionsOf = (conditions: Conditions): Fragment => allOf(Object.values(conditions));
