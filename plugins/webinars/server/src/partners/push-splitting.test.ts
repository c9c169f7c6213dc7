import fc from 'fast-check';
import { PartnerError } from '../kernel/http-client';
import type { Link, Outcome, Outcomes } from './partner';
import { pushSplitting } from './push-splitting';

const aLink = (record: string, attempts = 0): Link => ({
  kind: 'attendee',
  record,
  session: null,
  remoteId: null,
  sent: {},
  isTried: false,
  attempts,
  wanted: 1,
});

const done = (record: string): Outcome => ({ state: 'done', remoteId: record, sent: {} });

/** A partner that takes a batch whole or not at all, in the words of the first record it does not take. */
const aPartner = (faults: Readonly<Record<string, PartnerError>>) => {
  const calls: string[][] = [];
  return {
    calls,
    push: async (links: readonly Link[], outcomes: Outcomes): Promise<void> => {
      calls.push(links.map(({ record }) => record));
      for (const { record } of links) if (faults[record]) throw faults[record];
      for (const { record } of links) outcomes.set(record, done(record));
    },
  };
};

const links = (many: number, attempts = 0): Link[] =>
  Array.from({ length: many }, (_, number) => aLink(`record-${number}`, attempts));

const alone = async (link: Link, faults: Readonly<Record<string, PartnerError>>): Promise<Outcome> => {
  const outcomes: Outcomes = new Map();
  await pushSplitting(aPartner(faults).push, [link], outcomes);
  return outcomes.get(link.record)!;
};

describe('a batch that is refused', () => {
  it('is halved until every record has the outcome that it has alone, in few calls for each faulty one', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 200 }),
        fc.array(fc.tuple(fc.nat({ max: 199 }), fc.constantFrom('refused' as const, 'forbidden' as const)), {
          maxLength: 12,
        }),
        async (many, faulty) => {
          const batch = links(many);
          const faults = Object.fromEntries(
            faulty.map(([number, trouble]) => [`record-${number}`, new PartnerError(trouble, `No ${number}`)]),
          );
          const partner = aPartner(faults);
          const outcomes: Outcomes = new Map();
          await pushSplitting(partner.push, batch, outcomes);
          for (const link of batch) expect(outcomes.get(link.record)).toEqual(await alone(link, faults));
          expect(outcomes.size).toBe(many);
          const met = batch.filter(({ record }) => faults[record]).length;
          expect(partner.calls.length).toBeLessThanOrEqual(1 + 2 * met * Math.ceil(Math.log2(Math.max(2, many))));
        },
      ),
    );
  });

  it('finds up to seven that are refused for one reason', async () => {
    const batch = links(500);
    const bad = [3, 77, 78, 79, 200, 499, 0].map((number) => `record-${number}`);
    const faults = Object.fromEntries(bad.map((record) => [record, new PartnerError('refused', 'No telephone')]));
    const outcomes: Outcomes = new Map();
    await pushSplitting(aPartner(faults).push, batch, outcomes);
    const refused = [...outcomes].filter(([, { state }]) => state === 'refused').map(([record]) => record);
    expect(refused.sort()).toEqual(bad.sort());
  });

  it('is given up where one reason concerns them all: a missing right costs no call for each record', async () => {
    const batch = links(500);
    const faults = Object.fromEntries(
      batch.map(({ record }) => [record, new PartnerError('forbidden', 'You may not')]),
    );
    const partner = aPartner(faults);
    const outcomes: Outcomes = new Map();
    await pushSplitting(partner.push, batch, outcomes);
    expect(outcomes.size).toBe(500);
    expect(new Set([...outcomes.values()].map((outcome) => JSON.stringify(outcome)))).toEqual(
      new Set([JSON.stringify({ state: 'refused', trouble: 'forbidden', words: 'You may not' })]),
    );
    expect(partner.calls.length).toBeLessThanOrEqual(40);
  });
});

describe('a failure that may pass', () => {
  const failing = { 'record-1': new PartnerError('failed', 'Conflict') };

  it('is tried again together at first', async () => {
    const partner = aPartner(failing);
    const outcomes: Outcomes = new Map();
    await pushSplitting(partner.push, links(8), outcomes);
    expect(partner.calls).toHaveLength(1);
    expect(new Set([...outcomes.values()].map(({ state }) => state))).toEqual(new Set(['retry']));
  });

  it('is looked for alone after three times, and holds up nobody else', async () => {
    const outcomes: Outcomes = new Map();
    await pushSplitting(aPartner(failing).push, links(8, 3), outcomes);
    expect(outcomes.get('record-1')).toEqual({ state: 'retry', trouble: 'failed', words: 'Conflict' });
    expect([...outcomes.values()].filter(({ state }) => state === 'done')).toHaveLength(7);
  });
});

describe('a record that has its outcome', () => {
  /** One that takes record by record, as events are sent. */
  const oneByOne = (faults: Readonly<Record<string, PartnerError>>) => {
    const calls: string[] = [];
    return {
      calls,
      push: async (some: readonly Link[], outcomes: Outcomes): Promise<void> => {
        for (const { record } of some) {
          calls.push(record);
          if (faults[record]) throw faults[record];
          outcomes.set(record, done(record));
        }
      },
    };
  };

  it('keeps it where trouble that concerns all ends the rest', async () => {
    for (const trouble of ['unreachable', 'limited', 'unauthorized'] as const) {
      const error = new PartnerError(trouble, 'Not now');
      const outcomes: Outcomes = new Map();
      await expect(pushSplitting(oneByOne({ 'record-2': error }).push, links(5), outcomes)).rejects.toBe(error);
      expect([...outcomes.keys()]).toEqual(['record-0', 'record-1']);
    }
  });

  it('is not sent again with those that have none', async () => {
    const partner = oneByOne({ 'record-2': new PartnerError('refused', 'Not this one') });
    const outcomes: Outcomes = new Map();
    await pushSplitting(partner.push, links(5), outcomes);
    expect(partner.calls.filter((record) => record === 'record-0' || record === 'record-1')).toHaveLength(2);
    expect([...outcomes.values()].map(({ state }) => state).sort()).toEqual([
      'done',
      'done',
      'done',
      'done',
      'refused',
    ]);
  });
});

it('an error of ours is no refusal, and ends everything', async () => {
  const push = () => Promise.reject(new TypeError('Ours'));
  const outcomes: Outcomes = new Map();
  await expect(pushSplitting(push, links(3), outcomes)).rejects.toThrow('Ours');
  expect(outcomes.size).toBe(0);
});
