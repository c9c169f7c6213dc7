import { inGerman } from './refusals-in-german';

describe('a refusal in German', () => {
  it('is the sentence for it, with what varies in its place', () => {
    expect(inGerman('This number is too large.')).toBe('Diese Zahl ist zu groß.');
    expect(inGerman('A session that is completed cannot become draft. Nothing was saved.')).toBe(
      'Ein Termin im Zustand „beendet“ kann nicht „Entwurf“ werden. Es wurde nichts gespeichert.',
    );
    expect(inGerman('A registration that is cancelled cannot become confirmed. Nothing was saved.')).toContain(
      '„storniert“',
    );
    expect(inGerman('"feed" is the address of another page. Choose another one, or leave it empty.')).toContain(
      '„feed“',
    );
  });

  it('says who was faster, and when', () => {
    const english = (who: string) =>
      `${who} changed this session on 2026-05-01 10:00 UTC, after you had opened it. Nothing of yours was saved, and your form is as you left it: reload the session in another window and compare.`;
    expect(inGerman(english('Ada Lovelace'))).toMatch(
      /^Ada Lovelace hat diesen Termin am 2026-05-01 10:00 UTC geändert/,
    );
    expect(inGerman(english('Somebody else'))).toMatch(/^Jemand anders hat/);
    expect(inGerman(english('x').replace('x changed this session', 'This session went live'))).toMatch(
      /^Dieser Termin hat am 2026-05-01 10:00 UTC begonnen/,
    );
  });

  it('stays as it is where nobody has translated it', () => {
    expect(inGerman('Something of somebody’s own.')).toBe('Something of somebody’s own.');
  });
});
