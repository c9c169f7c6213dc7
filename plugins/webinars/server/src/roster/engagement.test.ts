import { engagementOf } from './engagement';

const silent = { duration: 60, questions: 0, messages: 0, rating: null };

describe('engagement', () => {
  it('is unknown where nothing was recorded', () => {
    expect(engagementOf({ ...silent, minutes: null })).toBeNull();
  });

  it('grows with time, talk and a rating, up to a hundred', () => {
    expect(engagementOf({ ...silent, minutes: 0 })).toBe(0);
    expect(engagementOf({ ...silent, minutes: 30 })).toBe(35);
    expect(engagementOf({ ...silent, minutes: 90 })).toBe(70);
    expect(engagementOf({ ...silent, minutes: 60, questions: 1, messages: 2 })).toBe(82);
    expect(engagementOf({ duration: 60, minutes: 60, questions: 50, messages: 50, rating: 1 })).toBe(100);
  });
});
