import { dateOf, dayOf, instantsOf } from './days';

describe('the days of a history', () => {
  it('are whole: the last one belongs to it until midnight', () => {
    const { from, to } = instantsOf({ from: '2026-03-02', to: '2026-03-02' });
    expect(Date.parse(to!) - Date.parse(from!)).toBe(86_400_000);
    expect(from).toBe(new Date(2026, 2, 2).toISOString());
  });

  it('stand in the address as days of the calendar', () => {
    expect(dayOf(dateOf('2026-03-02'))).toBe('2026-03-02');
    expect(dayOf(undefined)).toBeNull();
    expect(dateOf('soon')).toBeUndefined();
  });

  it('are left open where none is given, or none that is a day', () => {
    expect(instantsOf({})).toEqual({ from: undefined, to: undefined });
    expect(instantsOf({ from: 'yesterday' }).from).toBeUndefined();
  });
});
