import { documentIdFor, referenceFor, type Entry } from './entry';
import type { Seat } from './runs';

/** One registration of a session. */
export const describeRegistration = (seat: Seat, session: Entry, index: number, today: string): Entry => {
  const { place, form, payment, trace } = seat;
  const label = `${today} ${session.key} ${index}`;
  return {
    key: `${session.key}/${index}`,
    documentId: documentIdFor(`registration ${label}`),
    createdAt: place.registeredAt,
    updatedAt: place.updatedAt,
    versions: [
      {
        locale: null,
        attributes: {
          session: session.key,
          sessionDocumentId: session.documentId,
          reference: referenceFor(label),
          registeredAt: place.registeredAt,
          state: place.state,
          waitlistPosition: place.waitlistPosition,
          holdExpiresAt: place.holdExpiresAt,
          cancelReason: place.cancelReason,
          cancelledAt: place.cancelledAt,
          ...form,
          ...payment,
          ...trace,
        },
      },
    ],
  };
};
