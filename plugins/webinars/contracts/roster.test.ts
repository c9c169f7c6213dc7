import { rosterFilter, rosterQuery } from './roster';

describe('a filter', () => {
  it('reads the same from an address and from a body', () => {
    const body = { states: ['confirmed', 'waitlisted'], bounced: true };
    expect(rosterFilter.parse({ states: 'confirmed,waitlisted', bounced: 'true' })).toEqual(rosterFilter.parse(body));
  });

  it('refuses what it does not know', () => {
    for (const wrong of [
      { colour: 'red' },
      { states: 'lost' },
      { registeredFrom: 'yesterday' },
      { bounced: 'maybe' },
      { sessions: "x' or 1=1" },
    ]) {
      expect(rosterFilter.safeParse(wrong).success).toBe(false);
    }
  });

  it('asks for the newest twenty-five where nothing is said', () => {
    expect(rosterQuery.parse({})).toEqual({ sort: 'registered', direction: 'desc', pageSize: 25, titles: 'en' });
  });
});
