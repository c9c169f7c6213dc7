import { isToldElsewhere, toldElsewhere } from './told-elsewhere';

const later = () => new Promise((resolve) => setImmediate(resolve));

describe('what a use case tells in its own words', () => {
  it('is known as such as long as it is written, and not what is written beside it', async () => {
    const seen: string[] = [];
    const note = (where: string) => seen.push(`${where} ${isToldElsewhere()}`);
    const inside = toldElsewhere(async () => {
      await later();
      note('inside');
    });
    note('beside');
    await inside;
    note('after');
    expect(seen).toEqual(['beside false', 'inside true', 'after false']);
  });
});
