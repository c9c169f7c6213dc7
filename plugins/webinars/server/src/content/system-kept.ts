import { UID } from '../kernel/uids';

/**
 * What the system keeps of each type: counted, measured or given by a partner. Everybody reads it; forms and APIs do not write it, for a
 * form sends back what it read when it was opened.
 */
export const SYSTEM_KEPT: Record<string, readonly string[]> = {
  [UID.topic]: [],
  [UID.speaker]: ['performance'],
  [UID.session]: [
    'registrationCount',
    'waitlistCount',
    'attendanceCount',
    'scheduleVersion',
    'revision',
    'viewCount',
    'completionRate',
    'averageRating',
    'consultantMetrics',
    'followUpOpportunities',
    'odooEventId',
    'googleCalendarEventId',
  ],
  [UID.registration]: [
    'sessionDocumentId',
    'revision',
    'reference',
    'waitlistPosition',
    'holdExpiresAt',
    'cancelledAt',
    'registeredAt',
    'consents',
    'joinedAt',
    'leftAt',
    'attendanceDuration',
    'questionsAsked',
    'chatMessages',
    'rating',
    'feedback',
    'odooRegistrationId',
  ],
};
