import type { ComponentChildren } from 'preact';
import { stylesOf } from '../styles';
import { WORDS, type Locale } from '../text/words';

/** Who the pages are of. */
export type Brand = {
  name: string;
  colour: string;
  logoUrl: string | null;
  website: string | null;
  termsUrl: string | null;
  privacyUrl: string | null;
  supportEmail: string | null;
  supportPhone: string | null;
};

/** How search engines and networks show a page that everybody may find. */
export type Findable = {
  description: string;
  /** Its one address, in this language. */
  canonical: string;
  alternates: { language: string; href: string }[];
  image: string | null;
  /** What it is about, as JSON-LD that is safe in a script element; its digest is in the page's policy. */
  linkedData: string;
};

/** What stands around every page. */
export type Frame = {
  locale: Locale;
  brand: Brand;
  title: string;
  /** This very page in the other language. */
  otherLanguageHref: string;
  /** Lets the stylesheet, and nothing that somebody else wrote, take effect. */
  nonce: string;
  /** A script whose digest the page's policy names. */
  script?: string;
  /** Left out for pages that belong to one person. */
  findable?: Findable;
};

const OTHER = { en: 'de', de: 'en' } as const;

const Support = ({ locale, brand }: Pick<Frame, 'locale' | 'brand'>) => {
  const { supportEmail, supportPhone } = brand;
  if (!supportEmail && !supportPhone) return null;
  const [before = '', after = ''] = WORDS[locale]('support', { contact: '\u0000' }).split('\u0000');
  return (
    <p>
      {before}
      {supportEmail && <a href={`mailto:${supportEmail}`}>{supportEmail}</a>}
      {supportEmail && supportPhone && ' · '}
      {supportPhone && <a href={`tel:${supportPhone.replace(/[^+\d]/g, '')}`}>{supportPhone}</a>}
      {after}
    </p>
  );
};

/** What applies here, where its owner has said where it stands. */
const Legal = ({ locale, brand }: Pick<Frame, 'locale' | 'brand'>) => {
  const say = WORDS[locale];
  const links = [
    ['legal.terms', brand.termsUrl],
    ['legal.privacy', brand.privacyUrl],
  ] as const;
  const there = links.filter(([, href]) => href !== null);
  if (there.length === 0) return null;
  return (
    <ul class="links">
      {there.map(([label, href]) => (
        <li key={label}>
          <a href={href!}>{say(label)}</a>
        </li>
      ))}
    </ul>
  );
};

const OG_LOCALE = { en: 'en_GB', de: 'de_DE' } as const;

const Found = ({ frame, findable }: { frame: Frame; findable: Findable }) => {
  const { locale, brand, title } = frame;
  const { description, canonical, alternates, image, linkedData } = findable;
  const graph: [string, string | null][] = [
    ['og:type', 'website'],
    ['og:site_name', brand.name],
    ['og:title', title],
    ['og:description', description],
    ['og:url', canonical],
    ['og:locale', OG_LOCALE[locale]],
    ['og:locale:alternate', OG_LOCALE[OTHER[locale]]],
    ['og:image', image],
  ];
  return (
    <>
      {description && <meta name="description" content={description} />}
      <link rel="canonical" href={canonical} />
      {alternates.map(({ language, href }) => (
        <link key={language} rel="alternate" hreflang={language} href={href} />
      ))}
      {graph.map(([property, content]) => content && <meta key={property} property={property} content={content} />)}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: linkedData }} />
    </>
  );
};

const BrandMark = ({ brand }: Pick<Frame, 'brand'>) => {
  const mark = brand.logoUrl ? <img src={brand.logoUrl} alt={brand.name} /> : brand.name;
  return brand.website ? (
    <a class="brand" href={brand.website}>
      {mark}
    </a>
  ) : (
    <span class="brand">{mark}</span>
  );
};

/** The whole document around a page's content. */
export const Layout = ({ frame, children }: { frame: Frame; children: ComponentChildren }) => {
  const { locale, brand, title, otherLanguageHref, nonce, script, findable } = frame;
  const say = WORDS[locale];
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${title} · ${brand.name}`}</title>
        {findable ? <Found frame={frame} findable={findable} /> : <meta name="robots" content="noindex" />}
        <style nonce={nonce} dangerouslySetInnerHTML={{ __html: stylesOf(brand.colour) }} />
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header class="column top">
          <BrandMark brand={brand} />
          <nav aria-label={say('language')}>
            <a href={otherLanguageHref} lang={OTHER[locale]} hreflang={OTHER[locale]}>
              {say('otherLanguage')}
            </a>
          </nav>
        </header>
        <main class="column" id="main" tabIndex={-1}>
          {children}
        </main>
        <footer class="column foot">
          <Support locale={locale} brand={brand} />
          <Legal locale={locale} brand={brand} />
        </footer>
        {script && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
};
