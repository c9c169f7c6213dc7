import type { Attributes } from './entry';
import type { Run, Seat } from './runs';
import type { SpeakerWords } from './words/speakers';

const average = (numbers: readonly number[], digits: number): number | null =>
  numbers.length === 0 ? null : Number((numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toFixed(digits));

/** A part of a whole, from 0 to 1. */
const share = (part: number, whole: number): number => (whole === 0 ? 0 : Math.round((part / whole) * 1000) / 1000);

const came = (run: Run): Seat[] => run.seats.filter((seat) => seat.place.state === 'attended');
const ratingsOf = (seats: readonly Seat[]): number[] => seats.flatMap((seat) => seat.trace.rating ?? []);
const tookPart = (seats: readonly Seat[]): Seat[] =>
  seats.filter((seat) => seat.trace.questionsAsked + seat.trace.chatMessages > 0);
const askedForAdvice = (seats: readonly Seat[]): Seat[] => seats.filter((seat) => seat.form.consultationInterest);

const isOnStage = (speaker: SpeakerWords, { planned }: Run): boolean =>
  planned.by === speaker.key || (planned.panel?.includes(speaker.key) ?? false);

/** A speaker's figures, all from the registrations of the sessions held, as main speaker or on a panel. */
export const performanceOf = (speaker: SpeakerWords, runs: readonly Run[]): Attributes => {
  const held = runs.filter((run) => run.state === 'completed' && isOnStage(speaker, run));
  const attendees = held.flatMap(came);
  const people = new Map<string, number>();
  for (const { guest } of attendees) people.set(guest.email, (people.get(guest.email) ?? 0) + 1);
  return {
    totalWebinars: held.length,
    averageRating: average(ratingsOf(attendees), 2) ?? 0,
    attendeeCount: attendees.length,
    engagementRate: share(tookPart(attendees).length, attendees.length),
    conversionRate: share(askedForAdvice(attendees).length, attendees.length),
    repeatBookings: [...people.values()].filter((times) => times > 1).length,
  };
};

/** A session's figures, all from the rows of its registrations. */
export const figuresOf = (run: Run): Attributes => {
  const attendees = came(run);
  const active = run.seats.filter((seat) => seat.place.state !== 'cancelled');
  const paid = run.seats.filter((seat) => seat.place.paymentStatus === 'completed');
  const revenue = paid.reduce((sum, seat) => sum + (seat.place.amount ?? 0), 0);
  const consultantRevenue = Math.round((revenue * run.speaker.revenueSharePercentage) / 100);
  const wants = (service: 'oneOnOneConsultation' | 'whitepaperDownloads') =>
    active.filter((seat) => seat.form.interestedServices?.[service]).length;
  const isOver = run.state === 'completed';
  const stayed = attendees.filter((seat) => (seat.trace.attendanceDuration ?? 0) >= run.duration * 0.75);
  const views =
    run.seats.length === 0 ? run.random.between(3, 40) : Math.round(run.seats.length * (3.5 + run.random.next() * 4));
  return {
    viewCount: run.state === 'draft' ? 0 : views,
    averageRating: isOver ? average(ratingsOf(attendees), 2) : null,
    completionRate: isOver ? share(stayed.length, attendees.length) : null,
    revenueSharing: {
      consultantRevenue,
      platformRevenue: revenue - consultantRevenue,
      revenueSharePercentage: run.speaker.revenueSharePercentage,
    },
    consultantMetrics: isOver
      ? {
          expertiseRelevanceScore: Math.round((4 + run.random.next()) * 10) / 10,
          audienceEngagementRate: share(tookPart(attendees).length, attendees.length),
          followUpBookings: Math.round(askedForAdvice(attendees).length * 0.4),
          leadQualityScore: Math.round((3.2 + run.random.next() * 1.6) * 10) / 10,
        }
      : null,
    followUpOpportunities: {
      consultationRequests: wants('oneOnOneConsultation'),
      whitepaperDownloads: wants('whitepaperDownloads'),
      socialConnections: isOver ? Math.round(attendees.length * (0.05 + run.random.next() * 0.1)) : 0,
      businessInquiries: isOver ? Math.round(askedForAdvice(attendees).length * 0.25) : 0,
    },
  };
};
