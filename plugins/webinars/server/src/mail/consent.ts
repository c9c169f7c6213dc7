import { rows, type Trx } from '../kernel/database';

/** Somebody said in a form that they want news. `email` trimmed and in lower case; `locale`: in which language they read what they said; `from`: where they said it. */
export type ConsentAsk = {
  email: string;
  registrationDocumentId: string;
  textVersion: string;
  locale: 'en' | 'de';
  from: string;
};

/** Who registers for five sessions in an afternoon is asked once; who does so on another day may have lost the first mail. */
const ASK_AGAIN_HOURS = 24;

/**
 * Notes the wish of addresses to get news, which counts once each has confirmed it; without double opt-in it counts at once. What is
 * confirmed stays as it is. Answers with one registration for each address that has to be asked now.
 */
export const requestConsents = async (
  trx: Trx,
  asks: readonly ConsentAsk[],
  { doubleOptIn, now }: { doubleOptIn: boolean; now: Date },
): Promise<string[]> => {
  // In one order, so that two transactions with the same people in them do not wait for each other in a circle.
  const written = await rows<{ registration: string }>(
    trx,
    `with asked as materialized (
       select distinct on (a.email) a.email, a."registrationDocumentId" as registration, a."textVersion" as version, a.locale, a."from" as source
         from jsonb_to_recordset(?::jsonb) as a(n int, email text, "registrationDocumentId" text, "textVersion" text, locale text, "from" text)
        order by a.email, a.n
     ), written as (
       insert into webinars_marketing_consents as c
         (email, state, text_version, text_locale, requested_at, requested_from, confirmed_at, confirmed_from)
       select a.email, w.state, a.version, a.locale, w.now, a.source, case when w.state = 'confirmed' then w.now end,
              case when w.state = 'confirmed' then a.source end
         from asked a, (select ?::text as state, ?::timestamptz as now) w order by a.email
       on conflict (email) do update
         set state = excluded.state, text_version = excluded.text_version, text_locale = excluded.text_locale, requested_at = excluded.requested_at,
             requested_from = excluded.requested_from, confirmed_at = excluded.confirmed_at, confirmed_from = excluded.confirmed_from,
             withdrawn_at = null
         where c.state = 'withdrawn' or excluded.state = 'confirmed' and c.state = 'requested'
            or c.state = 'requested' and c.requested_at <= excluded.requested_at - make_interval(hours => ${ASK_AGAIN_HOURS})
       returning c.email, c.state
     ), on_again as (
       update webinars_mail_addresses m set switched_off = array_remove(m.switched_off, 'news'), updated_at = ?::timestamptz
         from written w where m.email = w.email and w.state = 'confirmed' and 'news' = any(m.switched_off)
     )
     select a.registration from written w join asked a on a.email = w.email where w.state = 'requested' order by a.email`,
    [JSON.stringify(asks.map((ask, n) => ({ n, ...ask }))), doubleOptIn ? 'requested' : 'confirmed', now, now],
  );
  return written.map(({ registration }) => registration);
};

/** Makes a wish count. Repeatable; false where there is none that could be confirmed: nobody asked, or it was withdrawn. */
export const confirmConsent = async (
  trx: Trx,
  email: string,
  { from, now }: { from: string; now: Date },
): Promise<boolean> => {
  const found = await rows(
    trx,
    `update webinars_marketing_consents
        set state = 'confirmed', confirmed_at = coalesce(confirmed_at, ?::timestamptz), confirmed_from = coalesce(confirmed_from, ?::text)
      where email = ? and state in ('requested', 'confirmed') returning email`,
    [now, from, email],
  );
  return found.length > 0;
};

/** Takes a wish or a consent back. What it was, and when, stays on record. */
export const withdrawConsent = async (trx: Trx, email: string, now: Date): Promise<void> => {
  await rows(
    trx,
    `update webinars_marketing_consents set state = 'withdrawn', withdrawn_at = ?::timestamptz
      where email = ? and state <> 'withdrawn'`,
    [now, email],
  );
};
