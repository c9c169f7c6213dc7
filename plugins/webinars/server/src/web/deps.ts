import type { IncomingMessage } from 'node:http';
import type { Landing } from '../../../contracts/catalog';
import type { BrandSettings } from '../../../contracts/mail';
import type { AddLinks, Links } from '../kernel/links';
import type { Ctx } from '../kernel/request';
import type { Locale } from '../kernel/text';
import type { TokenPurpose, Tokens } from '../kernel/token';
import type { PreferencesUseCases } from '../mail';
import type { Admit, Registrations } from '../registration';

/** What every page is made from, bound once in app.ts. */
export type Deps = {
  registrations: Registrations;
  /** Lets a visitor register, as the API does. */
  admit: Admit;
  /** All that the public may know of a session; the catalog slice provides it. */
  landing(slugOrDocumentId: string, locale: Locale): Promise<Landing>;
  /** Somebody looks at a session. */
  seen(sessionDocumentId: string, visit: Pick<Visit, 'method' | 'get'>): void;
  /** What counts as the words of each consent now; the consents slice provides it. */
  consentTexts(locale: Locale): Promise<Landing['registration']['consents']['texts']>;
  preferences: PreferencesUseCases;
  tokens: Record<TokenPurpose, Tokens>;
  links: Links;
  addLinks: AddLinks;
  brand(): Promise<BrandSettings>;
  now(): Date;
  addressOf(request: IncomingMessage): string;
  limitAddress(key: string): Promise<void>;
  /** Notes an accident for whoever runs this instance. */
  report(error: unknown): void;
};

/** A request for a page. `state.locale` is the language of the person whose page it is, once that is known. */
export type Visit = Ctx & { path: string; method: string; state: { locale?: Locale }; vary(header: string): void };

export type Handler = (ctx: Visit) => Promise<void>;
