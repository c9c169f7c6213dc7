import type { ComponentChildren } from 'preact';
import { stylesOf } from '../styles';
import { WORDS, type Locale } from '../text/words';

/** Who the pages are of. */
export type Brand = {
  name: string;
  colour: string;
  logoUrl: string | null;
  website: string | null;
  supportEmail: string | null;
  supportPhone: string | null;
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
  const { locale, brand, title, otherLanguageHref, nonce, script } = frame;
  const say = WORDS[locale];
  return (
    <html lang={locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>{`${title} · ${brand.name}`}</title>
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
        </footer>
        {script && <script dangerouslySetInnerHTML={{ __html: script }} />}
      </body>
    </html>
  );
};
