import { rosterFilter } from '../../../../contracts/roster';
import { addressOf, valuesOf } from './use-list';

describe('a list in an address', () => {
  const filter = rosterFilter.parse({ states: 'waitlisted,confirmed', bounced: 'false', search: 'ada' });

  it('says the same filter back', () => {
    expect(rosterFilter.parse(valuesOf(filter))).toEqual(filter);
  });

  it('leaves out what stands for itself, and keeps an empty choice of columns', () => {
    const columns = ['email', 'company', 'session', 'state', 'registered'] as const;
    expect(addressOf({ filter: {}, sort: 'registered', direction: 'desc', columns: [...columns] })).toEqual({});
    expect(addressOf({ filter, sort: 'name', direction: 'asc', columns: [] })).toEqual({
      states: 'waitlisted,confirmed',
      bounced: 'false',
      search: 'ada',
      sort: 'name',
      direction: 'asc',
      columns: 'none',
    });
  });
});
