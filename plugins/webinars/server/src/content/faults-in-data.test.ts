import { faultsInData } from './faults-in-data';

const LIST = { type: 'json', customField: 'plugin::webinars.list' };
const attributes = {
  tags: LIST,
  photoUrl: { type: 'string', customField: 'plugin::webinars.image' },
  linkedinUrl: { type: 'string' },
  capacity: { type: 'integer' },
  blocks: { type: 'blocks' },
  parts: { type: 'component', component: 'part' },
};
const faults = (data: Record<string, unknown>) =>
  faultsInData(attributes, data, () => ({ ...attributes, parts: { type: 'json' } })).map(({ path }) => path.join('.'));

describe('data that cannot be saved', () => {
  it.each([
    ['nothing', {}],
    ['emptied fields', { tags: null, photoUrl: '', linkedinUrl: null, capacity: null, parts: null }],
    ['a list of texts', { tags: ['a', 'b'] }],
    ['pages and files', { photoUrl: '/uploads/a.png', linkedinUrl: 'https://www.linkedin.com/in/ada' }],
    ['a component, once or often', { parts: [{ tags: ['a'] }, { capacity: 3 }] }],
  ])('is not %s', (_, data) => {
    expect(faults(data)).toEqual([]);
  });

  it.each([
    ['a text for a list', { tags: 'a' }, ['tags']],
    ['a list of other things', { tags: ['a', 1] }, ['tags']],
    ['a list with a blank', { tags: ['a', ' '] }, ['tags']],
    ['a list without end', { tags: Array(101).fill('a') }, ['tags']],
    ['an entry without end', { tags: ['a'.repeat(501)] }, ['tags']],
    ['an address that runs', { linkedinUrl: 'javascript:alert(1)' }, ['linkedinUrl']],
    ['a picture in itself', { photoUrl: 'data:image/png;base64,AAAA' }, ['photoUrl']],
    ['a number no column holds', { capacity: 3_000_000_000 }, ['capacity']],
    ['a text that cannot be stored', { linkedinUrl: '/a\u0000', tags: ['\ud800'] }, ['tags', 'linkedinUrl']],
    ['such a text far below', { blocks: [{ children: [{ text: 'a\u0000' }] }] }, ['blocks']],
    ['all of it', { tags: 1, capacity: -3e9 }, ['tags', 'capacity']],
    ['something within', { parts: [{}, { tags: 'a', photoUrl: 'x' }] }, ['parts.1.tags', 'parts.1.photoUrl']],
  ])('is %s', (_, data, paths) => {
    expect(faults(data)).toEqual(paths);
  });
});
