/** What a visitor needs to pay for a held seat. `amount` in minor units. */
export type Checkout = { checkoutUrl: string };

/**
 * Opens a checkout for a seat that is held. Asked outside any transaction and possibly twice for one reference, which must give the same
 * checkout. Whoever takes payments provides it; without it paid seats cannot be had.
 */
export type StartCheckout = (held: {
  reference: string;
  sessionDocumentId: string;
  email: string;
  locale: 'en' | 'de';
  amount: number;
  currency: string;
  expiresAt: Date;
}) => Promise<Checkout>;

export type RegistrationPorts = { startCheckout: StartCheckout | null };
