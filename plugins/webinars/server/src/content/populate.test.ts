import { asksOf } from './populate';

describe('what a populate asks of one relation', () => {
  it.each([
    ['*', {}],
    ['topic', {}],
    [['topic', 'speaker.seo'], {}],
    ['topic.seo, topic.agenda.speaker,speaker', { populate: ['seo', 'agenda.speaker'] }],
    [['topic.seo'], { populate: ['seo'] }],
    [{ topic: true }, {}],
    [{ topic: '*' }, {}],
    [{ speaker: { fields: ['lastName'] } }, {}],
    [{ topic: { fields: ['title'], populate: { seo: true } } }, { fields: ['title'], populate: { seo: true } }],
    [undefined, {}],
  ])('reads %j', (populate, asks) => {
    expect(asksOf(populate, 'topic')).toEqual(asks);
  });

  it('leaves behind what chose among the linked entries: they are chosen', () => {
    const populate = { topic: { fields: ['title'], filters: { state: 'active' }, sort: 'title', limit: 1, start: 2 } };
    expect(asksOf(populate, 'topic')).toEqual({ fields: ['title'] });
  });
});
