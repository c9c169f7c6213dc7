import type { Landing } from '../../../contracts/catalog';
import type { BrandSettings } from '../../../contracts/mail';
import { majorUnits, type Findable } from '../../../site/src';
import type { Links } from '../kernel/links';
import { LOCALES, webAddress, type Locale } from '../kernel/text';

/** JSON that is safe in a script element: nothing in it can end the element or open a comment. */
const inScript = (data: unknown): string =>
  JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const offerOf = ({ price, availability, registration }: Landing, url: string) => ({
  '@type': 'Offer',
  url,
  price: majorUnits(price.amount, price.currency),
  priceCurrency: price.currency,
  availability: `https://schema.org/${availability === 'open' ? 'InStock' : availability === 'not_open_yet' ? 'PreOrder' : 'SoldOut'}`,
  ...(registration.opensAt ? { validFrom: registration.opensAt } : {}),
});

/** A session in the words of schema.org. */
const eventOf = (landing: Landing, url: string, description: string, image: string | null, brand: BrandSettings) => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: landing.title,
  ...(description ? { description } : {}),
  ...(image ? { image } : {}),
  url,
  startDate: landing.startsAt,
  endDate: landing.endsAt,
  inLanguage: landing.language,
  eventStatus: `https://schema.org/${landing.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
  eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
  location: { '@type': 'VirtualLocation', url },
  organizer: { '@type': 'Organization', name: brand.name, ...(brand.website ? { url: brand.website } : {}) },
  isAccessibleForFree: landing.price.isFree,
  ...(landing.state === 'cancelled' || landing.state === 'completed' ? {} : { offers: offerOf(landing, url) }),
  performer: landing.presenters
    .filter(({ role }) => role !== 'moderator')
    .map(({ name, position, company }) => ({
      '@type': 'Person',
      name,
      ...(position ? { jobTitle: position } : {}),
      ...(company ? { worksFor: { '@type': 'Organization', name: company } } : {}),
    })),
});

/** How search engines and networks show the page of a session. Its one address is the slug's, however it was reached. */
export const sessionFound =
  (landing: Landing, locale: Locale, links: Links) =>
  (brand: BrandSettings): Findable => {
    const name = landing.slug ?? landing.documentId;
    const canonical = links.session(name, locale);
    const description = landing.seo?.metaDescription ?? landing.summary;
    const image = webAddress(landing.seo?.image) ?? webAddress(landing.promotionalImageUrl);
    return {
      description,
      canonical,
      alternates: LOCALES.map((language) => ({ language, href: links.session(name, language) })),
      image,
      linkedData: inScript(eventOf(landing, canonical, description, image, brand)),
    };
  };
