import type { CartRefusalCode } from '../../../contracts/carts';
import type { RefusalCode } from '../../../contracts/registration';
import type { Locale } from '../kernel/text';

type Words = Record<Locale, string>;

/** Refusals that only a cart knows. */
export const REFUSALS: Record<Exclude<CartRefusalCode, RefusalCode>, Words> = {
  SESSION_NOT_FOUND: {
    en: 'This session no longer exists.',
    de: 'Diese Veranstaltung gibt es nicht mehr.',
  },
  HOLD_LAPSED: {
    en: 'This seat no longer waits for payment. Please register for this session again.',
    de: 'Dieser Platz wartet nicht mehr auf die Zahlung. Bitte melden Sie sich für diese Veranstaltung noch einmal an.',
  },
};

export const SAY = {
  expired: {
    en: 'This cart has expired: it could be resumed for four hours. Please begin again.',
    de: 'Dieser Warenkorb ist abgelaufen: Er konnte vier Stunden lang fortgesetzt werden. Bitte beginnen Sie neu.',
  },
  submitted: {
    en: 'This cart has been submitted and can no longer be changed. Submit it again to see what became of it.',
    de: 'Dieser Warenkorb wurde abgeschickt und kann nicht mehr geändert werden. Schicken Sie ihn noch einmal ab, um das Ergebnis zu sehen.',
  },
  completed: {
    en: 'This cart is completed. For further sessions please begin a new one.',
    de: 'Dieser Warenkorb ist abgeschlossen. Bitte beginnen Sie für weitere Veranstaltungen einen neuen.',
  },
  unknownSession: {
    en: 'This session was not found.',
    de: 'Diese Veranstaltung wurde nicht gefunden.',
  },
  tooMany: {
    en: 'A cart holds at most 20 sessions.',
    de: 'Ein Warenkorb fasst höchstens 20 Veranstaltungen.',
  },
  empty: {
    en: 'Please choose at least one session.',
    de: 'Bitte wählen Sie mindestens eine Veranstaltung.',
  },
  unknownToken: {
    en: 'This link belongs to no registration.',
    de: 'Dieser Link gehört zu keiner Anmeldung.',
  },
} satisfies Record<string, Words>;
