import { attendanceOf, formOf, paymentOf } from './answers';
import { DAY, HOUR, instantIn, MINUTE, workdayFrom } from './calendar';
import { gatherGuests, inviteGuests, type Guest } from './guests';
import { liveThrough, type Happening, type Place, type Rules } from './history';
import { createRandom, type Random } from './random';
import { SCHEDULE, type Planned } from './schedule';
import { SPEAKERS, type SpeakerWords } from './words/speakers';
import { TOPICS, type TopicWords } from './words/topics';

/** A registration: who, how it went, and what was written, paid and said. */
export type Seat = {
  guest: Guest;
  place: Place;
  form: ReturnType<typeof formOf>;
  payment: ReturnType<typeof paymentOf>;
  trace: ReturnType<typeof attendanceOf>;
};

/** A session as it was planned and as it went. */
export type Run = {
  planned: Planned;
  topic: TopicWords;
  speaker: SpeakerWords;
  random: Random;
  rules: Rules;
  state: 'draft' | 'published' | 'completed' | 'cancelled';
  zone: string;
  duration: number;
  title: { en: string; de?: string };
  seats: Seat[];
  happenings: Happening[];
};

const byKey = <Item extends { key: string }>(items: readonly Item[], key: string): Item => {
  const found = items.find((item) => item.key === key);
  if (!found) throw new Error(`The schedule names ${key}, which does not exist.`);
  return found;
};

/** When people come forward: more of them as the start draws near, in the hours in which one sits at a desk. */
const arrivalsFor = (planned: Planned, rules: Rules, random: Random, until: number): number[] => {
  const end = Math.min(rules.closes, until, rules.calledOffAt ?? Infinity) - HOUR;
  if (end <= rules.opens) return [];
  const isAhead = rules.starts > until;
  const atDesk = (instant: number): number => {
    const evening = random.chance(0.12);
    const hour = evening ? random.between(18, 20) : random.between(7, 15);
    const moved = Math.floor(instant / DAY) * DAY + hour * HOUR + random.between(0, 3599) * 1000;
    return moved > rules.opens && moved < end ? moved : instant;
  };
  const arrivals = Array.from({ length: planned.arrivals }, (_, index) => {
    // A newsletter went out the day before yesterday: a fifth of those who came did so since.
    const isFresh = isAhead && index % 5 === 0 && end - rules.opens > 3 * DAY;
    const at = isFresh
      ? end - random.next() * 40 * HOUR
      : rules.opens + (end - rules.opens) * Math.pow(random.next(), 0.62);
    return Math.floor(atDesk(at));
  });
  return arrivals.sort((a, b) => a - b);
};

/** The far days are whole weeks apart in the schedule; this keeps them from all being the same weekday. */
const spread = (day: number, index: number): number => (Math.abs(day) > 25 ? ((index * 3) % 5) - 2 : 0);

const rulesOf = (planned: Planned, topic: TopicWords, day: string, zone: string, duration: number): Rules => {
  const starts = instantIn(zone, day, planned.at).getTime();
  const ends = starts + duration * MINUTE;
  const closes = planned.closes ? starts - planned.closes * HOUR : ends;
  return {
    opens: Math.floor((starts - (planned.opens ?? 63) * DAY) / DAY) * DAY + 8 * HOUR,
    starts,
    ends,
    closes,
    capacity: planned.capacity === undefined ? topic.capacity : planned.capacity,
    price: planned.price ?? topic.price,
    earlyBird: planned.earlyBird
      ? { price: planned.earlyBird.price, until: starts - planned.earlyBird.daysBefore * DAY }
      : null,
    requiresApproval: planned.approval ?? false,
    allowWaitlist: !planned.noWaitlist,
    calledOffAt: planned.calledOff ? starts - planned.calledOff * DAY : null,
    lateCancellation: planned.lateCancellation ?? false,
  };
};

/** Who is where: nobody stands on two stages at once. */
type Diary = { person: string; from: number; until: number }[];

const peopleOf = (planned: Planned): string[] =>
  [planned.by, planned.moderator, planned.backup, ...(planned.panel ?? [])].filter((one) => one !== undefined);

const isBusy = (diary: Diary, person: string, rules: Rules): boolean =>
  diary.some((entry) => entry.person === person && entry.from < rules.ends && rules.starts < entry.until);

/** The planned day, or the next one further away on which everybody has time; holidays push sessions together. */
const findDay = (planned: Planned, index: number, today: string, diary: Diary, plan: (day: string) => Rules): Rules => {
  for (let offset = planned.day + spread(planned.day, index); ; offset += planned.day < 0 ? -1 : 1) {
    const rules = plan(workdayFrom(today, offset));
    const people = peopleOf(planned);
    if (people.some((person) => isBusy(diary, person, rules))) continue;
    diary.push(...people.map((person) => ({ person, from: rules.starts, until: rules.ends })));
    return rules;
  }
};

const runOf = (
  planned: Planned,
  index: number,
  today: string,
  until: number,
  diary: Diary,
): Omit<Run, 'seats'> & { places: Place[] } => {
  const topic = byKey(TOPICS, planned.topic);
  const random = createRandom(`${today} session ${index} ${planned.topic}`);
  const zone = planned.zone ?? 'Europe/Berlin';
  const duration = planned.duration ?? topic.duration;
  const rules = findDay(planned, index, today, diary, (day) => rulesOf(planned, topic, day, zone, duration));
  const { places, happenings } = liveThrough(rules, arrivalsFor(planned, rules, random, until), random, until);
  const isCalledOff = rules.calledOffAt !== null && rules.calledOffAt < until;
  const state = planned.state ?? (isCalledOff ? 'cancelled' : rules.ends <= until ? 'completed' : 'published');
  return {
    planned,
    topic,
    speaker: byKey(SPEAKERS, planned.by),
    random,
    rules,
    state,
    zone,
    duration,
    title: planned.title ?? topic.title,
    places,
    happenings,
  };
};

/** Fills the places of every run with people, in the order of the sessions, so that regulars can emerge. */
export const seatEveryone = (today: string, until: number): Run[] => {
  const guests = gatherGuests(880, createRandom(`${today} guests`));
  const regulars: Guest[] = [];
  const diary: Diary = [];
  return SCHEDULE.map((planned, index) => {
    const { places, ...run } = runOf(planned, index, today, until, diary);
    const { random, topic, speaker } = run;
    const invited = inviteGuests(guests, regulars, planned.language, places.length, random);
    if (invited.length < places.length) throw new Error(`Too few guests for session ${index}.`);
    const seats = places.map((place, i): Seat => {
      const guest = invited[i] as Guest; // checked above: as many as places
      return {
        guest,
        place,
        form: formOf(random, guest, place, topic, speaker),
        payment: paymentOf(random, place, topic.currency),
        trace: attendanceOf(random, guest, place, planned, topic, speaker),
      };
    });
    regulars.push(...invited.filter((guest) => !regulars.includes(guest)));
    return { ...run, seats };
  });
};
