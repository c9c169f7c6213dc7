import type { LetterVariables } from '../../../contracts/mail';
import type { Locale } from '../kernel/text';
import type { CurrentSettings } from './settings';

/** What stands in where staff have set nothing. */
export type BrandDefaults = { siteUrl: string; senderAddress: string };

/** The brand as templates name it. */
export const brandOf = (
  { brand }: Pick<CurrentSettings, 'brand'>,
  locale: Locale,
  defaults: BrandDefaults,
): LetterVariables['brand'] => {
  const supportEmail = brand.supportEmail ?? brand.replyTo ?? defaults.senderAddress;
  return {
    name: brand.name,
    colour: brand.colour,
    senderName: brand.senderName ?? brand.name,
    website: brand.website ?? defaults.siteUrl,
    logoUrl: brand.logoUrl,
    footer: brand.footer[locale] || brand.footer.en || brand.footer.de,
    supportEmail,
    supportPhone: brand.supportPhone,
    emergencyContact: brand.emergencyContact ?? brand.supportPhone ?? supportEmail,
  };
};
