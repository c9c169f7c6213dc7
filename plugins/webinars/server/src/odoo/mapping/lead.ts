import type { LeadRule, OdooSettings } from '../../../../contracts/odoo';
import type { Locale } from '../../kernel/text';
import type { RegistrationFacts } from '../queries';
import { scoreOf } from '../rules';
import { lineOf } from './attendee';
import { escapeHtml, paragraphs } from './html';
import { majorUnits, type Wish } from './wish';

const WORDS = {
  en: {
    from: 'Lead from webinar registration',
    position: 'Position',
    industry: 'Industry',
    challenges: 'Current challenges',
    interests: 'Interested in',
    questions: 'Questions',
    objectives: 'Wants to learn',
    asked: 'Asked for',
    consultation: 'a consultation',
    workshops: 'a series of workshops',
    whitepapers: 'whitepapers',
    mentorship: 'mentoring',
    phone: 'Phone given',
    came: 'Came by',
    score: 'Score',
    reference: 'Reference',
    call: 'Consultation asked for',
  },
  de: {
    from: 'Lead aus der Webinar-Anmeldung',
    position: 'Position',
    industry: 'Branche',
    challenges: 'Aktuelle Herausforderungen',
    interests: 'Interessiert an',
    questions: 'Fragen',
    objectives: 'Möchte lernen',
    asked: 'Wünscht',
    consultation: 'eine Beratung',
    workshops: 'eine Workshop-Reihe',
    whitepapers: 'Whitepaper',
    mentorship: 'Mentoring',
    phone: 'Angegebene Telefonnummer',
    came: 'Kam über',
    score: 'Punkte',
    reference: 'Referenz',
    call: 'Beratung gewünscht',
  },
} as const;

const askedFor = (person: RegistrationFacts, words: (typeof WORDS)[Locale]): string | null => {
  const wishes = [
    person.wantsConsultation && words.consultation,
    person.wantsWorkshops && words.workshops,
    person.wantsWhitepapers && words.whitepapers,
    person.wantsMentorship && words.mentorship,
  ].filter(Boolean);
  return wishes.length > 0 ? wishes.join(', ') : null;
};

/** What salespeople read before they call: what the person asked and is interested in. */
export const describeLead = (person: RegistrationFacts, title: string, locale: Locale): string => {
  const words = WORDS[locale];
  const lines: [string, string | null | undefined][] = [
    [words.asked, askedFor(person, words)],
    [words.questions, person.questions],
    [words.objectives, person.objectives],
    [words.interests, lineOf(person.interests)],
    [words.challenges, lineOf(person.challenges)],
    [words.position, person.position],
    [words.industry, person.industry],
    [words.phone, person.phone],
    [words.came, person.utm ?? person.source],
    [words.score, String(scoreOf(person))],
    [words.reference, person.reference],
  ];
  const items = lines
    .filter(([, value]) => value)
    .map(([label, value]) => `<li><strong>${label}:</strong> ${escapeHtml(value!).replace(/\n/g, '<br>')}</li>`);
  return `${paragraphs(`${words.from}: ${title}`)}<ul>${items.join('')}</ul>`;
};

/** What a lead says when it is made. All of it belongs to those who work in Odoo from then on. */
export const leadWish = (
  person: RegistrationFacts,
  rule: LeadRule,
  settings: OdooSettings,
  { title, locale, companyCurrency }: { title: string; locale: Locale; companyCurrency: string | null },
) => {
  const name = `${person.firstName} ${person.lastName}`.trim();
  return {
    name: `Webinar Lead - ${name}`,
    type: rule.leadType,
    contact_name: name,
    email_from: person.email,
    phone: person.phone ?? '',
    partner_name: person.company ?? '',
    website: person.website ?? '',
    description: describeLead(person, title, locale),
    source: settings.source,
    medium: settings.medium,
    campaign: person.category,
    tags: [...new Set([...settings.tags, ...rule.tags, ...(person.category ? [person.category] : [])])],
    salesperson: rule.salesperson ?? settings.salesperson,
    team: rule.team,
    // Odoo counts in its company's currency; a price in another one would be a wrong number.
    expected_revenue:
      person.price > 0 && person.currency === companyCurrency ? majorUnits(person.price, person.currency) : 0,
  };
};

export type LeadWish = ReturnType<typeof leadWish> & Wish;

/** What a salesperson is asked to do for somebody who wants a consultation. */
export const activitySummary = (locale: Locale): string => WORDS[locale].call;
