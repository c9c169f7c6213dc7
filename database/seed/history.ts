import { DAY, HOUR, MINUTE } from './calendar';
import type { Random } from './random';

/** What a session's history follows from. Times are milliseconds since 1970, money is in minor units. */
export type Rules = {
  opens: number;
  starts: number;
  ends: number;
  closes: number;
  capacity: number | null;
  price: number;
  earlyBird: { price: number; until: number } | null;
  requiresApproval: boolean;
  allowWaitlist: boolean;
  calledOffAt: number | null;
  lateCancellation: boolean;
};

export type Place = {
  registeredAt: number;
  updatedAt: number;
  state: 'pending_approval' | 'pending_payment' | 'confirmed' | 'waitlisted' | 'cancelled' | 'attended' | 'no_show';
  waitlistPosition: number | null;
  holdExpiresAt: number | null;
  cancelReason: string | null;
  cancelledAt: number | null;
  paymentStatus: 'not_required' | 'pending' | 'completed' | 'failed' | 'refunded';
  amount: number | null;
  isPaid: boolean;
  joinedAt: number | null;
  leftAt: number | null;
};

export type Happening = { type: string; at: number; place: Place; data: Record<string, unknown> };

const HOLD = 30 * MINUTE;
const OFFER = 24 * HOUR;

/**
 * Lives through a session's registrations in the order of time, by the product's own rules: seats are held while people pay, lapse, are
 * given back and go to the head of the line. What lies at or after `until` has not happened yet.
 */
export const liveThrough = (rules: Rules, arrivals: readonly number[], random: Random, until: number) => {
  const places: Place[] = [];
  const happenings: Happening[] = [];
  const line: Place[] = [];
  const agenda: { at: number; n: number; act: (at: number) => void }[] = [];
  let taken = 0;
  let planned = 0;

  const plan = (at: number, act: (at: number) => void): void => {
    if (at < until) agenda.push({ at, n: (planned += 1), act });
  };
  const tell = (type: string, at: number, place: Place, data: Record<string, unknown> = {}): void => {
    place.updatedAt = at;
    happenings.push({ type: `registration.${type}`, at, place, data });
  };
  const isFull = () => rules.capacity !== null && taken >= rules.capacity;
  const priceAt = (at: number) => (rules.earlyBird && at < rules.earlyBird.until ? rules.earlyBird.price : rules.price);
  const isOver = (at: number) => at >= rules.starts || (rules.calledOffAt !== null && at >= rules.calledOffAt);

  const promoteHead = (at: number): void => {
    while (!isFull() && line.length > 0 && at < rules.starts) {
      const head = line.shift();
      if (head) {
        seat(head, at, OFFER);
        tell('promoted', at, head, { state: head.state });
      }
    }
  };

  const cancel = (place: Place, reason: string, at: number): void => {
    const from = place.state;
    if (from === 'cancelled') return;
    const held = from === 'confirmed' || from === 'pending_payment';
    if (held) taken -= 1;
    if (from === 'waitlisted') line.splice(line.indexOf(place), 1);
    place.state = 'cancelled';
    place.cancelReason = reason;
    place.cancelledAt = at;
    place.holdExpiresAt = null;
    if (place.isPaid) place.paymentStatus = 'refunded';
    if (reason === 'payment_expired') place.paymentStatus = 'failed';
    tell('cancelled', at, place, { reason, from });
    if (held && reason !== 'session_cancelled') promoteHead(at);
  };

  const mayChangeMind = (place: Place, at: number, probability: number): void => {
    if (!random.chance(probability)) return;
    const reason = random.weighted([
      ['by_attendee', 90],
      ['by_admin', 7],
      ['duplicate', 3],
    ] as const);
    plan(at + random.next() * (rules.starts - at - HOUR), (then) => {
      if (!isOver(then) && (place.state === 'confirmed' || place.state === 'waitlisted')) cancel(place, reason, then);
    });
  };

  const confirm = (place: Place, at: number): void => {
    place.state = 'confirmed';
    place.holdExpiresAt = null;
    mayChangeMind(place, at, rules.price > 0 ? 0.05 : 0.09);
  };

  const seat = (place: Place, at: number, hold: number): void => {
    taken += 1;
    place.waitlistPosition = null;
    const price = priceAt(at);
    if (price === 0) {
      confirm(place, at);
      return;
    }
    place.state = 'pending_payment';
    place.amount = price;
    place.holdExpiresAt = Math.min(at + hold, Math.max(rules.starts, at + HOLD));
    const lapsesAt = place.holdExpiresAt;
    if (random.chance(hold === HOLD ? 0.93 : 0.8)) {
      plan(at + (hold === HOLD ? 2 + random.next() * 20 : 60 + random.next() * 900) * MINUTE, (then) => {
        if (place.state !== 'pending_payment') return;
        place.isPaid = true;
        place.paymentStatus = 'completed';
        confirm(place, then);
        tell('paid', then, place);
      });
    }
    plan(lapsesAt, (then) => {
      if (place.state === 'pending_payment') cancel(place, 'payment_expired', then);
    });
  };

  const standInLine = (place: Place, at: number): void => {
    place.state = 'waitlisted';
    line.push(place);
    mayChangeMind(place, at, 0.06);
  };

  const judge = (place: Place, at: number): void => {
    if (place.state !== 'pending_approval' || isOver(at)) return;
    if (random.chance(0.11)) {
      cancel(place, 'rejected', at);
      return;
    }
    if (isFull() || line.length > 0) standInLine(place, at);
    else seat(place, at, OFFER);
    tell('approved', at, place, { state: place.state });
  };

  const arrive = (at: number): void => {
    if (isOver(at)) return;
    const price = priceAt(at);
    const place: Place = {
      registeredAt: at,
      updatedAt: at,
      state: 'confirmed',
      waitlistPosition: null,
      holdExpiresAt: null,
      cancelReason: null,
      cancelledAt: null,
      paymentStatus: price > 0 ? 'pending' : 'not_required',
      amount: price > 0 ? price : null,
      isPaid: false,
      joinedAt: null,
      leftAt: null,
    };
    if (rules.requiresApproval) {
      place.state = 'pending_approval';
      plan(Math.min(at + (40 + random.next() * 30) * HOUR, Math.max(at, rules.starts - DAY)), (then) =>
        judge(place, then),
      );
    } else if (!isFull() && line.length === 0) seat(place, at, HOLD);
    else if (rules.allowWaitlist) standInLine(place, at);
    else return;
    places.push(place);
    const told = {
      pending_approval: 'approval_requested',
      pending_payment: 'payment_requested',
      waitlisted: 'waitlisted',
    } as Record<string, string>;
    tell(told[place.state] ?? 'confirmed', at, place, { door: 'public' });
  };

  for (const at of arrivals) plan(at, arrive);
  if (rules.calledOffAt !== null)
    plan(rules.calledOffAt, (at) => places.forEach((place) => cancel(place, 'session_cancelled', at)));
  if (rules.lateCancellation) {
    plan(until - 50 * MINUTE, (at) => {
      const guest = places.find((place) => place.state === 'confirmed');
      if (guest) cancel(guest, 'by_attendee', at);
    });
  }

  for (;;) {
    agenda.sort((a, b) => a.at - b.at || a.n - b.n);
    const next = agenda.shift();
    if (!next) break;
    next.act(Math.floor(next.at));
  }
  line.forEach((place, index) => (place.waitlistPosition = index + 1));
  if (rules.ends <= until && rules.calledOffAt === null) attend(rules, places, happenings, random);
  happenings.sort((a, b) => a.at - b.at);
  return { places, happenings };
};

/** Who came, when they joined and how long they stayed. */
const attend = (rules: Rules, places: readonly Place[], happenings: Happening[], random: Random): void => {
  const showRate = (rules.price > 0 ? 0.88 : 0.64) + random.next() * 0.08;
  for (const place of places) {
    if (place.state !== 'confirmed') continue;
    const came = random.chance(showRate);
    place.state = came ? 'attended' : 'no_show';
    if (came) {
      const late = random.chance(0.12);
      place.joinedAt = rules.starts + Math.round((late ? 5 + random.next() * 20 : -6 + random.next() * 8) * MINUTE);
      const stayed = random.chance(0.78);
      place.leftAt = stayed
        ? rules.ends + Math.round((random.next() * 6 - 2) * MINUTE)
        : place.joinedAt + Math.round((rules.ends - place.joinedAt) * (0.3 + random.next() * 0.6));
    }
    place.updatedAt = rules.ends + 20 * MINUTE;
    happenings.push({
      type: 'registration.attendance_recorded',
      at: place.updatedAt,
      place,
      data: { state: place.state },
    });
  }
};
