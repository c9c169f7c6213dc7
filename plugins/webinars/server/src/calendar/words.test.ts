import { wordsOf, type Told } from './words';

const told = (data: Partial<Told> = {}): Told => ({
  documentId: 'id',
  slug: 'slug',
  texts: null,
  versions: null,
  ...data,
});
const own = (locale: string, title: string | null, description: string | null = null) => ({
  locale,
  title,
  description,
});
const topic = (locale: string, title: string, beginning: string | null = null) => ({ locale, title, beginning });

describe('what a session is called', () => {
  it('is its own title in the reader’s language', () => {
    const session = told({ texts: [own('en', 'Own'), own('de', 'Eigen')], versions: [topic('de', 'Thema')] });
    expect(wordsOf(session, 'de').title).toBe('Eigen');
  });

  it('is its topic’s in the reader’s language before its own in another', () => {
    const session = told({ texts: [own('en', 'Own')], versions: [topic('en', 'Topic'), topic('de', 'Thema')] });
    expect(wordsOf(session, 'de').title).toBe('Thema');
  });

  it('is English where there is nothing in the reader’s language, else anything, else its address', () => {
    expect(wordsOf(told({ texts: [own('en', 'Own')], versions: [topic('en', 'Topic')] }), 'de').title).toBe('Own');
    expect(wordsOf(told({ versions: [topic('de', 'Thema')] }), 'en').title).toBe('Thema');
    expect(wordsOf(told(), 'en').title).toBe('slug');
    expect(wordsOf(told({ slug: null }), 'en').title).toBe('id');
  });

  it('comes with a description found the same way', () => {
    const session = told({ texts: [own('de', 'Eigen')], versions: [topic('de', 'Thema', 'Über das Thema')] });
    expect(wordsOf(session, 'de')).toEqual({ title: 'Eigen', description: 'Über das Thema' });
  });
});
