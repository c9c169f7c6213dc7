import { slugOf } from './letters';
import type { Random } from './random';
import { COMPANIES, ORIGINS, PHONES, POSITIONS, type Company } from './words/people';

export type Guest = {
  firstName: string;
  lastName: string;
  email: string;
  company: Company;
  position: string;
  phone: string | null;
  /** The language this person fills in forms in. */
  language: 'en' | 'de';
};

const GERMAN_SPEAKING = ['DE', 'AT', 'CH'];

const originFor = (country: Company['country'], random: Random) => {
  const atHome = ORIGINS.filter((origin) => origin.home.includes(country));
  if (atHome.length > 0 && random.chance(0.68)) return random.pick(atHome);
  return random.weighted(ORIGINS.map((origin) => [origin, origin.weight] as const));
};

const phoneOf = (country: Company['country'], random: Random): string | null => {
  const patterns = PHONES[country];
  return patterns ? random.pick(patterns).replace('##', String(random.between(0, 99)).padStart(2, '0')) : null;
};

const nameForMail = (name: string) =>
  slugOf(name).replace(/^(van-den|van-der|van|de|el)-/, (particle) => particle.replace(/-/g, ''));

/** The people of the demonstration, each with an address of their own. */
export const gatherGuests = (count: number, random: Random): Guest[] => {
  const known = new Set<string>();
  const guests: Guest[] = [];
  while (guests.length < count) {
    const company = random.weighted(COMPANIES.map((one) => [one, one.weight] as const));
    const origin = originFor(company.country, random);
    const firstName = random.pick(origin.first);
    const lastName = random.pick(origin.last);
    const email = `${nameForMail(firstName)}.${nameForMail(lastName)}@${company.domain}`;
    if (known.has(email)) continue;
    known.add(email);
    const language = GERMAN_SPEAKING.includes(company.country) ? 'de' : 'en';
    guests.push({
      firstName,
      lastName,
      email,
      company,
      language,
      position: random.pick(POSITIONS[language]),
      phone: phoneOf(company.country, random),
    });
  }
  return guests;
};

/** Who comes to a session: mostly people who understand its language, and gladly those who have come before. */
export const inviteGuests = (
  guests: readonly Guest[],
  regulars: readonly Guest[],
  language: 'en' | 'de',
  count: number,
  random: Random,
): Guest[] => {
  const invited = new Set<Guest>();
  for (let tries = 0; invited.size < count && tries < count * 50; tries += 1) {
    const guest = random.pick(regulars.length > 30 && random.chance(0.45) ? regulars : guests);
    const isAtEase = guest.language === language || random.chance(language === 'en' ? 0.55 : 0.04);
    if (isAtEase) invited.add(guest);
  }
  return [...invited];
};
