import { odditiesOf, type Looked } from './oddities';

const NOW = new Date('2030-05-06T10:00:00Z');
const inDays = (days: number) => new Date(+NOW + days * 86_400_000);
const aSession = (given: Partial<Looked> = {}): Looked => ({
  state: 'published',
  datetime: inDays(3),
  duration: 60,
  capacity: 10,
  taken: 5,
  waiting: 0,
  hasTopic: true,
  hasSpeaker: true,
  hasMeetingUrl: true,
  scheduledPublishAt: null,
  ...given,
});
const of = (given: Partial<Looked>) => odditiesOf(aSession(given), [], NOW);

describe('what is odd about a session', () => {
  it('is nothing where all is well', () => {
    expect(of({})).toEqual([]);
  });

  it('is a missing meeting address once the start is near, and not before', () => {
    expect(of({ hasMeetingUrl: false })).toEqual(['no_meeting_url']);
    expect(of({ hasMeetingUrl: false, datetime: inDays(8) })).toEqual([]);
    expect(of({ hasMeetingUrl: false, state: 'draft', scheduledPublishAt: inDays(1) })).toEqual([]);
  });

  it('is how full it is: almost, beyond, with a line, or hardly', () => {
    expect(of({ taken: 9 })).toEqual(['almost_full']);
    expect(of({ taken: 10, waiting: 2 })).toEqual(['waiting']);
    expect(of({ taken: 11 })).toEqual(['over_capacity']);
    expect(of({ taken: 1 })).toEqual(['nearly_empty']);
    expect(of({ taken: 4, capacity: null })).toEqual(['nearly_empty']);
    expect(of({ taken: 0, datetime: inDays(20) })).toEqual([]);
  });

  it('is a draft that nobody will see in time', () => {
    expect(of({ state: 'draft' })).toEqual(['still_draft']);
    expect(of({ state: 'draft', scheduledPublishAt: inDays(1) })).toEqual([]);
    expect(of({ state: 'draft', scheduledPublishAt: inDays(4) })).toEqual(['publishes_late']);
    expect(of({ state: 'draft', datetime: inDays(-1) })).toEqual(['never_published']);
  });

  it('is a conflict, before what can wait', () => {
    expect(odditiesOf(aSession({ taken: 9 }), ['same_audience', 'double_booked'], NOW)).toEqual([
      'double_booked',
      'same_audience',
      'almost_full',
    ]);
  });

  it('is nothing about one that is over', () => {
    expect(odditiesOf(aSession({ state: 'completed', hasSpeaker: false }), ['double_booked'], NOW)).toEqual([]);
    expect(of({ state: 'cancelled', taken: 11 })).toEqual([]);
  });
});
