import fc from 'fast-check';
import { aSession, aSpeaker, clock, resetData, sql } from '../harness';
import { addDays } from '../../plugins/webinars/server/src/kernel/time';
import { cancel, DAY, forgetSettings, HOUR, join, move, tick } from './reminding';

/**
 * The rule of the reminders, as short as it can be said, beside what the product does with rows, locks and indexes. The zone has no change
 * of clocks, so that days are hours here; what whole days are in other zones is held against PostgreSQL below.
 */

const RULES = [
  { id: '7-days', offset: 7 * DAY },
  { id: '2-days', offset: 2 * DAY },
  { id: '2-hours', offset: 2 * HOUR },
] as const;
const FOLLOW_UP = { id: 'follow-up', offset: DAY, lasts: 7 * DAY };
const LENGTH = HOUR;
const SEATS = 2;

type Person = { name: string; seatedAt: number | null; isGone: boolean };

/** Who is seated since when, and every reminder that has ever been written. */
class Model {
  now: number;
  movedAt = -Infinity;
  people: Person[] = [];
  written: { person: Person; rule: string; dueAt: number }[] = [];
  private planned = new Set<string>();
  private version = 0;

  constructor(
    now: number,
    public start: number,
  ) {
    this.now = now;
  }

  private seated = () => this.people.filter(({ seatedAt, isGone }) => seatedAt !== null && !isGone);

  join(name: string) {
    this.people.push({ name, seatedAt: this.seated().length < SEATS ? this.now : null, isGone: false });
  }

  leave(person: Person) {
    person.isGone = true;
    const next = this.people.find(({ seatedAt, isGone }) => seatedAt === null && !isGone);
    if (next && this.seated().length < SEATS) next.seatedAt = this.now;
  }

  move(start: number) {
    if (start === this.start) return;
    this.start = start;
    this.version += 1;
    this.movedAt = this.now;
  }

  private windows() {
    const end = this.start + LENGTH;
    return [
      ...RULES.map(({ id, offset }, index) => ({
        id,
        offset,
        dueAt: this.start - offset,
        until: this.start - (RULES[index + 1]?.offset ?? 0),
      })),
      {
        id: FOLLOW_UP.id,
        offset: FOLLOW_UP.offset,
        dueAt: end + FOLLOW_UP.offset,
        until: end + FOLLOW_UP.offset + FOLLOW_UP.lasts,
      },
    ];
  }

  instants = () => [...this.windows().map(({ dueAt }) => dueAt), this.start, this.start + LENGTH].sort((a, b) => a - b);

  tick() {
    for (const { id, offset, dueAt, until } of this.windows()) {
      const note = `${id} ${this.version}`;
      if (this.now < dueAt || this.planned.has(note)) continue;
      this.planned.add(note);
      if (this.now >= until || dueAt <= this.movedAt) continue;
      for (const person of this.seated()) {
        const isOld = person.seatedAt! < dueAt;
        const isRepeated = this.written.some(
          (mail) => mail.person === person && mail.rule === id && dueAt - mail.dueAt < offset,
        );
        if (isOld && !isRepeated) this.written.push({ person, rule: id, dueAt });
      }
    }
  }

  get hasBegun() {
    return this.now >= this.start;
  }
}

type Step =
  | { do: 'join' }
  | { do: 'leave'; whom: number }
  | { do: 'move'; to: number }
  | { do: 'shift'; by: number }
  | { do: 'wait'; hours: number }
  | { do: 'sleep'; hours: number };

const hours = (...choice: number[]) => fc.constantFrom(...choice);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('join' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), whom: fc.nat(3) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('move' as const), to: hours(1, 3, 24, 50, 100, 170, 200, 400) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('shift' as const), by: hours(-168, -24, -1, 1, 24, 48, 168, 720) }),
  },
  // With the heartbeat each minute meanwhile, or with nobody to hear it.
  { weight: 5, arbitrary: fc.record({ do: fc.constant('wait' as const), hours: hours(1, 4, 24, 120) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('sleep' as const), hours: hours(1, 24, 50, 150) }) },
);

let people = 0;

const replay = async (steps: readonly Step[]) => {
  await resetData();
  const began = Date.UTC(2026, 4, 4, 9);
  clock.set(began);
  const model = new Model(began, began + 8 * DAY);
  const speaker = await aSpeaker({ isActive: false });
  const session = await aSession({
    datetime: new Date(model.start).toISOString(),
    duration: LENGTH / 60_000,
    timezone: 'Etc/UTC',
    capacity: SEATS,
    speaker: speaker.documentId,
  });
  const references = new Map<Person, string>();
  const tickAt = async (instant: number) => {
    model.now = instant;
    await tick(new Date(instant));
    model.tick();
  };
  // Of the heartbeat's minutes only those matter in which something may become due.
  const wait = async (until: number) => {
    for (const instant of model.instants()) if (instant > model.now && instant < until) await tickAt(instant);
    await tickAt(until);
  };
  for (const one of steps) {
    // People do things at some second of the minute, the heartbeat at its beginning.
    model.now += 7_000;
    clock.set(model.now);
    if (one.do === 'sleep') model.now += one.hours * HOUR;
    if (one.do === 'wait') await wait(model.now + one.hours * HOUR);
    if (model.hasBegun) continue;
    if (one.do === 'join') {
      people += 1;
      model.join(`p${people}@example.com`);
      const person = model.people.at(-1)!;
      const { reference, state } = await join(session.slug, person.name);
      expect(state).toBe(person.seatedAt === null ? 'waitlisted' : 'confirmed');
      references.set(person, reference);
    }
    if (one.do === 'leave') {
      const person = model.people.filter(({ isGone }) => !isGone)[one.whom];
      if (person) {
        model.leave(person);
        await cancel(references.get(person)!);
      }
    }
    if (one.do === 'move' || one.do === 'shift') {
      const to = one.do === 'move' ? model.now + one.to * HOUR : model.start + one.by * HOUR;
      if (to > model.now) {
        model.move(to);
        await move(session.documentId, new Date(to));
      }
    }
  }
  await wait(Math.max(model.now, model.start) + 3 * DAY);
  return model;
};

afterAll(forgetSettings);

describe('whatever happens to a session and its people', () => {
  it('everybody gets exactly the reminders that the rule says, once', async () => {
    await forgetSettings();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        // Two are seated and one waits from the beginning, so that there is somebody to whom things happen.
        const model = await replay([...Array<Step>(3).fill({ do: 'join' }), ...steps]);
        const mails = await sql<{ recipient: string; rule: string; due: string }>(
          `select recipient, data->>'rule' as rule, data->>'dueAt' as due from webinars_mails
            where kind in ('reminder_7d', 'reminder_2d', 'reminder_2h', 'follow_up')`,
        );
        const spell = (recipient: string, rule: string, due: string) => `${recipient} ${rule} ${due}`;
        expect(mails.map(({ recipient, rule, due }) => spell(recipient, rule, due)).sort()).toEqual(
          model.written
            .map(({ person, rule, dueAt }) => spell(person.name, rule, new Date(dueAt).toISOString()))
            .sort(),
        );
      }),
      { numRuns: 40, seed: 20260615, endOnFailure: true },
    );
  }, 600_000);
});

describe('whole days', () => {
  it('are what PostgreSQL makes of them, in every zone, whatever the clocks do', async () => {
    const zones = [
      'Europe/Berlin',
      'Europe/London',
      'America/New_York',
      'America/Sao_Paulo',
      'America/St_Johns',
      'Australia/Sydney',
      'Australia/Lord_Howe',
      'Africa/Casablanca',
      'Asia/Kolkata',
      'Pacific/Auckland',
      'Pacific/Apia',
      'Etc/UTC',
    ];
    // Around the nights in which clocks change, in these zones, to the minute; and anywhere in two years.
    const nights = ['2026-03-08', '2026-03-29', '2026-04-05', '2026-10-04', '2026-10-25', '2026-11-01'].map(Date.parse);
    const instant = fc.oneof(
      fc.record({ night: fc.constantFrom(...nights), minutes: fc.integer({ min: -1500, max: 2900 }) }),
      fc.record({ night: fc.constant(Date.UTC(2026, 0)), minutes: fc.nat(2 * 365 * 1440) }),
    );
    const cases = fc.sample(
      fc.record({
        instant,
        days: fc.integer({ min: -90, max: 90 }),
        zone: fc.constantFrom(...zones),
        isNear: fc.boolean(),
      }),
      { numRuns: 20_000, seed: 20260329 },
    );
    const asked = cases.map(({ instant: { night, minutes }, days, zone, isNear }) => ({
      // As often as not the day arrived at is the one near a change of clocks.
      at: new Date(night + minutes * 60_000 - (isNear ? days * DAY : 0)).toISOString(),
      days,
      zone,
    }));
    const answers = await sql<{ at: string }>(
      `select to_char(((a.at at time zone a.zone) + make_interval(days => a.days)) at time zone a.zone at time zone 'UTC',
                'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
         from jsonb_to_recordset($1::jsonb) as a(n int, at timestamptz, days int, zone text) order by a.n`,
      [JSON.stringify(asked.map((one, n) => ({ n, ...one })))],
    );
    const ours = asked.map(({ at, days, zone }) => addDays(new Date(at), days, zone).toISOString());
    expect(answers).toHaveLength(asked.length);
    const differing = asked.flatMap((one, index) =>
      ours[index] === answers[index]!.at ? [] : [{ ...one, ours: ours[index], theirs: answers[index]!.at }],
    );
    expect(differing.slice(0, 5)).toEqual([]);
  });
});
