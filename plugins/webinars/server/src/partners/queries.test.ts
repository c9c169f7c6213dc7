import { backOff, MOST_ATTEMPTS } from './back-off';
import type { Link } from './partner';
import { fateOf } from './queries';

const NOW = new Date('2027-01-04T10:00:00Z');
const after = (ms: number) => new Date(NOW.getTime() + ms);

const aLink = (data: Partial<Link> = {}): Link => ({
  kind: 'attendee',
  record: 'person',
  session: 'session',
  remoteId: null,
  sent: {},
  isTried: true,
  attempts: 0,
  wanted: 7,
  ...data,
});

const fate = (link: Link, outcome: Parameters<typeof fateOf>[1]) => fateOf(link, outcome, NOW, 1);

describe('what becomes of a record', () => {
  it('that is in step: its number there, what was sent, and all its tries again', () => {
    expect(fate(aLink({ attempts: 4 }), { state: 'done', remoteId: '9', sent: { name: 'x' } })).toMatchObject({
      record: 'person',
      wanted: 7,
      state: 'done',
      remoteId: '9',
      sent: { name: 'x' },
      attempts: 0,
      trouble: null,
    });
  });

  it('that was deleted there: its number is kept, and nothing is sent', () => {
    expect(fate(aLink({ remoteId: '9' }), { state: 'gone' })).toMatchObject({
      state: 'gone',
      remoteId: '9',
      sent: null,
    });
  });

  it('that waits for another one: asked again in a minute, at no cost', () => {
    expect(fate(aLink({ attempts: 2 }), { state: 'blocked' })).toMatchObject({
      state: 'waiting',
      attempts: 2,
      nextTryAt: after(60_000),
      trouble: null,
    });
  });

  it('that is refused: a dead letter at once, in the partner’s words', () => {
    expect(fate(aLink(), { state: 'refused', trouble: 'forbidden', words: 'You may not' })).toMatchObject({
      state: 'failed',
      attempts: 1,
      trouble: 'forbidden',
      words: 'You may not',
    });
  });

  it('that failed: tried again after a pause that grows, and a dead letter when its tries are used up', () => {
    const retry = { state: 'retry', trouble: 'failed', words: 'Conflict' } as const;
    expect(fate(aLink(), retry)).toMatchObject({ state: 'waiting', attempts: 1, nextTryAt: after(backOff(1, 1)) });
    expect(fate(aLink({ attempts: 5 }), retry)).toMatchObject({ attempts: 6, nextTryAt: after(backOff(6, 1)) });
    expect(fate(aLink({ attempts: MOST_ATTEMPTS - 2 }), retry)).toMatchObject({ state: 'waiting' });
    expect(fate(aLink({ attempts: MOST_ATTEMPTS - 1 }), retry)).toMatchObject({ state: 'failed', words: 'Conflict' });
  });

  it('that was there before stays known by its number, whatever comes of a change', () => {
    for (const outcome of [
      { state: 'blocked' },
      { state: 'refused', trouble: 'refused', words: '' },
      { state: 'retry', trouble: 'failed', words: '' },
    ] as const) {
      expect(fate(aLink({ remoteId: '9' }), outcome)).toMatchObject({ remoteId: '9', sent: null });
    }
  });
});
