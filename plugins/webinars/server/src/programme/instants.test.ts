import { lastMorning, nextMorning, weekBefore } from './instants';

const at = (instant: string, every: 'day' | 'week') => [
  lastMorning(new Date(instant), 'Europe/Berlin', every).toISOString(),
  nextMorning(new Date(instant), 'Europe/Berlin', every).toISOString(),
];

describe('the instants of the manager’s mails', () => {
  it('are seven in the morning where the programme is at home', () => {
    expect(at('2027-03-10T05:59:59Z', 'day')).toEqual(['2027-03-09T06:00:00.000Z', '2027-03-10T06:00:00.000Z']);
    expect(at('2027-03-10T06:00:00Z', 'day')).toEqual(['2027-03-10T06:00:00.000Z', '2027-03-11T06:00:00.000Z']);
  });

  it('stay at seven over a change of the clocks', () => {
    expect(at('2027-03-27T12:00:00Z', 'day')).toEqual(['2027-03-27T06:00:00.000Z', '2027-03-28T05:00:00.000Z']);
  });

  it('are those of Mondays for the week’s report, which tells the week before', () => {
    expect(at('2027-03-31T12:00:00Z', 'week')).toEqual(['2027-03-29T05:00:00.000Z', '2027-04-05T05:00:00.000Z']);
    const { from, until } = weekBefore(new Date('2027-03-29T05:00:00Z'), 'Europe/Berlin');
    expect([from.toISOString(), until.toISOString()]).toEqual(['2027-03-21T23:00:00.000Z', '2027-03-28T22:00:00.000Z']);
  });
});
