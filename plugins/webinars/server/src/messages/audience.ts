import type { MessageAudience, MessageCount, NewMessage } from '../../../contracts/messages';
import { rows, type Sql } from '../kernel/database';
import { selectedPeople } from '../selections';

/** The registrations `r` of an audience: where they are found, in which order, and on which conditions, with the values that belong to it. */
export type People = { from: string; place: string; where: string; bindings: readonly unknown[] };

export const peopleOf = (audience: MessageAudience): People => {
  if ('selection' in audience) return selectedPeople(audience.selection);
  const conditions: [text: string, bindings: unknown[]][] = [
    ['r.session_document_id = ?', [audience.session]],
    ['r.state = any(?)', [audience.states]],
  ];
  if (audience.company !== null) {
    conditions.push([`position(lower(?) in lower(coalesce(r.company, ''))) > 0`, [audience.company]]);
  }
  if (audience.source !== null) conditions.push(['r.registration_source = ?', [audience.source]]);
  if (audience.locale !== null) conditions.push([`coalesce(r.locale, 'en') = ?`, [audience.locale]]);
  if (audience.wantsConsultation) {
    conditions.push([`(r.consultation_interest or r.follow_up_preferences = 'consultation')`, []]);
  }
  return {
    from: 'registrations r',
    place: 'r.id',
    where: conditions.map(([text]) => text).join(' and '),
    bindings: conditions.flatMap(([, bindings]) => bindings),
  };
};

/** How many a message would reach, and who is left out for which reason. */
export const countAudience = async (
  sql: Sql,
  audience: MessageAudience,
  category: NewMessage['category'],
): Promise<MessageCount> => {
  const { from, where, bindings } = peopleOf(audience);
  const [count] = await rows<MessageCount>(
    sql,
    `with here as (
       select c.state is distinct from 'confirmed' and o.category = 'news' as consentless, coalesce(o.category = any(a.switched_off), false) as off,
              a.bounced_at is not null as bounced
         from (select ?::text as category) o cross join ${from}
         left join webinars_mail_addresses a on a.email = r.email
         left join webinars_marketing_consents c on c.email = r.email
        where ${where})
     select count(*)::int as registered, count(*) filter (where not off and not consentless and not bounced)::int as reached,
            count(*) filter (where off)::int as "switchedOff", count(*) filter (where not off and consentless)::int as "withoutConsent",
            count(*) filter (where not off and not consentless and bounced)::int as bounced from here`,
    [category, ...bindings],
  );
  return count!;
};

/** Somebody of an audience, for a preview. Null where nobody is in it. */
export const someoneOf = async (sql: Sql, audience: MessageAudience): Promise<string | null> => {
  const { from, place, where, bindings } = peopleOf(audience);
  const [one] = await rows<{ reference: string }>(
    sql,
    `select r.reference from ${from} where ${where} order by ${place} limit 1`,
    [...bindings],
  );
  return one?.reference ?? null;
};
