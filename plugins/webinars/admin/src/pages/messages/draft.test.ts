import { audienceOf, halfWritten, isBegun, newDraft, newKey, textsOf } from './draft';

const TEXT = { subject: 'Hello', body: 'World' };
const EMPTY = { subject: '', body: ' ' };

describe('a draft', () => {
  it('is sent in each language that is written whole', () => {
    const draft = { ...newDraft('s'), texts: { en: TEXT, de: EMPTY } };
    expect(textsOf(draft)).toEqual({ en: TEXT, de: null });
    expect(textsOf(newDraft('s'))).toBeNull();
  });

  it('names the language that is written by half', () => {
    const draft = { ...newDraft('s'), texts: { en: TEXT, de: { subject: 'Hallo', body: '' } } };
    expect(halfWritten(draft)).toEqual(['de']);
    expect(halfWritten(newDraft('s'))).toEqual([]);
  });

  it('has an audience once a session is chosen and somebody of it', () => {
    const draft = newDraft('s');
    expect(audienceOf(newDraft(null))).toBeNull();
    expect(audienceOf({ ...draft, audience: { ...draft.audience, states: [] } })).toBeNull();
    expect(audienceOf({ ...draft, audience: { ...draft.audience, company: ' ' } })).toMatchObject({ company: null });
  });

  it('is worth a question before it is left as soon as something is written', () => {
    expect(isBegun(newDraft('s'))).toBe(false);
    expect(isBegun({ ...newDraft(null), texts: { en: { subject: 'H', body: '' }, de: EMPTY } })).toBe(true);
  });

  it('has a key of its own that the server takes', () => {
    expect(newKey()).toMatch(/^[A-Za-z0-9_-]{8,64}$/);
    expect(newKey()).not.toBe(newKey());
  });
});
