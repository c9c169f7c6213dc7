import { plainBlocks } from './plain-blocks';
import { deepPopulate, snapshot, type Attributes } from './snapshot';

const COMPONENTS: Record<string, Attributes> = {
  text: { locale: { type: 'enumeration' }, title: { type: 'string' } },
  seo: { metaTitle: { type: 'string' } },
  item: { title: { type: 'string' }, speaker: { type: 'relation' } },
};
const componentOf = (uid: string) => COMPONENTS[uid]!;

const TYPE: Attributes = {
  title: { type: 'string', pluginOptions: { i18n: { localized: true } } },
  category: { type: 'string' },
  body: { type: 'blocks' },
  speaker: { type: 'relation' },
  panelists: { type: 'relation' },
  texts: { type: 'component', component: 'text', repeatable: true },
  agenda: { type: 'component', component: 'item', repeatable: true },
  seo: { type: 'component', component: 'seo' },
  counted: { type: 'integer' },
  price: { type: 'integer' },
  earlyBirdPrice: { type: 'integer' },
  currency: { type: 'string' },
  createdBy: { type: 'relation' },
  locale: { type: 'string' },
};

const told = (rows: Record<string, unknown>[], isLocalized = false) =>
  snapshot(TYPE, rows, { left: ['counted'], isLocalized, componentOf });

describe('what an entry says', () => {
  it('is told in names and values, without what Strapi or the system keeps', () => {
    expect(told([{ id: 1, category: 'ai', counted: 7, createdBy: { id: 1 }, title: null }])).toEqual({
      category: 'ai',
    });
  });

  it('tells an amount with its currency', () => {
    expect(told([{ price: 4900, currency: 'EUR', earlyBirdPrice: null }])).toEqual({
      price: { amount: 4900, currency: 'EUR' },
      currency: 'EUR',
    });
  });

  it('names what it points to', () => {
    const ada = { id: 3, documentId: 'ada', firstName: 'Ada', lastName: 'Lovelace' };
    expect(told([{ speaker: ada, panelists: [ada] }])).toEqual({
      speaker: { documentId: 'ada', title: 'Ada Lovelace' },
      panelists: [{ documentId: 'ada', title: 'Ada Lovelace' }],
    });
  });

  it('goes into its parts: those of a language by it, others by their place', () => {
    expect(
      told([
        {
          texts: [{ locale: 'de', title: 'Neu' }],
          agenda: [{ title: 'Welcome', speaker: { documentId: 'ada', title: 'Dr.', firstName: 'Ada' } }],
          seo: { metaTitle: 'Meta' },
        },
      ]),
    ).toEqual({
      'texts.de.locale': 'de',
      'texts.de.title': 'Neu',
      'agenda.1.title': 'Welcome',
      'agenda.1.speaker': { documentId: 'ada', title: 'Ada' },
      'seo.metaTitle': 'Meta',
    });
  });

  it('says once what is the same in all languages, and each language’s own with its name', () => {
    const rows = [
      { locale: 'en', title: 'First', category: 'ai' },
      { locale: 'de', title: 'Erstens', category: 'ai' },
    ];
    expect(told(rows, true)).toEqual({ 'title@en': 'First', 'title@de': 'Erstens', category: 'ai' });
  });

  it('is nothing where there is no entry', () => {
    expect(told([])).toBeNull();
  });

  it('is read with all its parts, and theirs', () => {
    expect(deepPopulate(TYPE, componentOf)).toEqual({
      speaker: true,
      panelists: true,
      texts: { populate: {} },
      agenda: { populate: { speaker: true } },
      seo: { populate: {} },
    });
  });
});

describe('a rich text in plain letters', () => {
  it('keeps as much of its form as tells one from another', () => {
    expect(
      plainBlocks([
        { type: 'heading', level: 2, children: [{ type: 'text', text: 'Why' }] },
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'Because it is ' },
            { type: 'text', text: 'good', bold: true },
          ],
        },
        { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [{ text: 'one' }] }] },
        { type: 'paragraph', children: [{ type: 'link', url: 'https://a.example', children: [{ text: 'more' }] }] },
      ]),
    ).toBe('## Why\nBecause it is **good**\n1. one\n[more](https://a.example)');
  });

  it('is left as it is where it is no rich text', () => {
    expect(plainBlocks(null)).toBeNull();
  });
});
