import { catalogConstraints } from '../../plugins/webinars/server/src/catalog';
import { aSession, aSpeaker, aTopic, request, resetData, sql, strapi } from '../harness';

const search = async (words: string, more: Record<string, unknown> = {}): Promise<string[]> => {
  const answer = await request.get('/api/webinars/catalog').query({ search: words, ...more });
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body.data.map(({ slug }: { slug: string }) => slug);
};

const paragraph = (text: string) => [{ type: 'paragraph' as const, children: [{ type: 'text' as const, text }] }];

/** A topic in English and German. */
const aBilingualTopic = async (en: string, de: string, more: { en?: string; de?: string } = {}) => {
  const topic = await aTopic({ title: en, description: paragraph(more.en ?? '') });
  await strapi.documents('api::topic.topic').update({
    documentId: topic.documentId,
    locale: 'de',
    data: { title: de, slug: `${topic.slug}-de`, description: paragraph(more.de ?? '') },
  });
  return topic;
};

beforeEach(resetData);

describe('searching the catalog', () => {
  it('knows the forms of words in both languages, whatever the language of the page', async () => {
    const topic = await aBilingualTopic('Managing suppliers', 'Lieferanten steuern', {
      de: 'Schulungen für Führungskräfte',
    });
    await aSession({ slug: 'suppliers', topic: topic.documentId });
    await aSession({ slug: 'other' });
    for (const words of ['supplier', 'manages', 'Lieferant', 'Schulung', 'führungskraft', 'Schulung für Lieferanten']) {
      expect([words, await search(words)]).toEqual([words, ['suppliers']]);
      expect([words, await search(words, { locale: 'de' })]).toEqual([words, ['suppliers']]);
    }
  });

  it('finds German words typed without umlauts or with them spelt out, in any case', async () => {
    const topic = await aBilingualTopic('Numbers', 'Größen und Maße in der Prüfung');
    await aSession({ slug: 'numbers', topic: topic.documentId });
    for (const words of [
      'Prüfung',
      'PRÜFUNG',
      'Prufung',
      'Pruefung',
      'Größe',
      'groesse',
      'maße',
      'Masse',
      'pruef',
      'Prüf',
    ]) {
      expect([words, await search(words)]).toEqual([words, ['numbers']]);
    }
  });

  it('takes the last word as one that may be unfinished', async () => {
    await aSession({ slug: 'lean', topic: (await aTopic({ title: 'Lean manufacturing' })).documentId });
    expect(await search('manuf')).toEqual(['lean']);
    expect(await search('lean manuf')).toEqual(['lean']);
    expect(await search('manuf lean')).toEqual([]);
  });

  it('understands phrases, or and minus', async () => {
    const titles = { chain: 'The supply chain', demand: 'Chain of demand and supply' };
    for (const [slug, title] of Object.entries(titles))
      await aSession({ slug, topic: (await aTopic({ title })).documentId });
    expect(await search('"supply chain"')).toEqual(['chain']);
    expect((await search('demand or supply')).sort()).toEqual(['chain', 'demand']);
    expect(await search('supply -demand')).toEqual(['chain']);
    expect(await search('supply -demands')).toEqual(['chain']);
  });

  it('finds people by name, company and expertise, and sessions by tag and category', async () => {
    const speaker = await aSpeaker({
      firstName: 'Jörg',
      lastName: 'Weiß',
      company: 'Siebenstern AG',
      expertise: ['Robotics'],
    });
    const panelist = await aSpeaker({ firstName: 'Zoë', lastName: 'Quist' });
    const moderator = await aSpeaker({ firstName: 'Maud', lastName: 'Modera' });
    const topic = await aTopic({ title: 'Plain', category: 'Innovation', tags: ['foresight'] });
    await aSession({
      slug: 'it',
      topic: topic.documentId,
      speaker: speaker.documentId,
      panelists: [panelist.documentId],
      moderator: moderator.documentId,
    });
    for (const words of [
      'jorg weiss',
      'Joerg',
      'Weiß',
      'siebenstern',
      'robotic',
      'zoe',
      'Quist',
      'Modera',
      'innovation',
      'foresight',
      'plain weiß',
    ]) {
      expect([words, await search(words)]).toEqual([words, ['it']]);
    }
  });

  it('puts a title before a mention, and the visitor’s language before the other', async () => {
    await aSession({
      slug: 'mention',
      topic: (await aTopic({ title: 'Other', description: paragraph('about kanban') })).documentId,
    });
    await aSession({ slug: 'title', topic: (await aTopic({ title: 'Kanban' })).documentId });
    expect(await search('kanban')).toEqual(['title', 'mention']);
  });

  it('never errs, whatever is typed', async () => {
    await aSession();
    const typed = [
      ...[
        "'",
        '"',
        '\\',
        '%',
        '_',
        '&',
        '|',
        '!',
        '()',
        '<->',
        ':*',
        "':*",
        "a':*b",
        '\\x00',
        '$$',
        '--',
        '/*',
        ';',
        '?',
        ':name',
      ],
      ...[
        '- - -',
        '""""',
        '"open',
        'or or or',
        '-',
        '--a',
        'a:*&b',
        '😀',
        '\u202e',
        'ﷺ',
        '\u0301',
        'İ',
        'ǅ',
        '٣٤',
        '\u0000',
        '\ud800',
        'ß',
        'ÿ',
      ],
      'x'.repeat(200),
      'ab '.repeat(66),
      '"'.repeat(199),
      '-a '.repeat(60),
    ];
    for (const words of typed) expect(await search(words)).toBeInstanceOf(Array);
    expect((await request.get('/api/webinars/catalog').query({ search: 'x'.repeat(201) })).status).toBe(400);
  });
});

describe('the search documents', () => {
  it('follow every door that words come in by', async () => {
    const topic = await aTopic({ title: 'Onyx' });
    const speaker = await aSpeaker({ lastName: 'Opal' });
    const session = await aSession({ slug: 'it', topic: topic.documentId, speaker: speaker.documentId });
    const found = async (words: string) => (await search(words)).length === 1;
    expect([await found('onyx'), await found('opal')]).toEqual([true, true]);

    await strapi
      .documents('api::topic.topic')
      .update({ documentId: topic.documentId, locale: 'en', data: { title: 'Jade' } });
    expect([await found('onyx'), await found('jade')]).toEqual([false, true]);
    await sql(`update speakers set last_name = 'Pearl'`);
    expect([await found('opal'), await found('pearl')]).toEqual([false, true]);

    const data = { texts: [{ locale: 'en' as const, title: 'Ruby', description: 'Amber inside' }] };
    await strapi.documents('api::session.session').update({ documentId: session.documentId, data });
    expect([await found('ruby'), await found('amber'), await found('jade')]).toEqual([true, true, true]);
    await sql(`update components_session_localized_texts set title = 'Topaz'`);
    expect([await found('ruby'), await found('topaz')]).toEqual([false, true]);
    await strapi.documents('api::session.session').update({ documentId: session.documentId, data: { texts: [] } });
    expect([await found('topaz'), await found('amber')]).toEqual([false, false]);

    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'en',
      data: { agenda: [{ offset: 0, title: 'Garnet' }] },
    });
    expect(await found('garnet')).toBe(true);
    await sql(`update components_topic_agenda_items set title = 'Beryl'`);
    expect([await found('garnet'), await found('beryl')]).toEqual([false, true]);

    const other = await aTopic({ title: 'Agate' });
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { topic: other.documentId } });
    expect([await found('jade'), await found('beryl'), await found('agate')]).toEqual([false, false, true]);
    const second = await aSpeaker({ lastName: 'Coral' });
    await strapi
      .documents('api::session.session')
      .update({ documentId: session.documentId, data: { panelists: [second.documentId] } });
    expect(await found('coral')).toBe(true);
    await sql('delete from sessions_panelists_lnk');
    expect(await found('coral')).toBe(false);
  });

  it('take in a language version when it is written', async () => {
    const topic = await aTopic({ title: 'Stone' });
    await aSession({ slug: 'it', topic: topic.documentId });
    expect(await search('Gestein')).toEqual([]);
    await strapi.documents('api::topic.topic').update({
      documentId: topic.documentId,
      locale: 'de',
      data: { title: 'Gestein', slug: 'gestein' },
    });
    expect(await search('Gestein')).toEqual(['it']);
    await strapi.documents('api::topic.topic').delete({ documentId: topic.documentId, locale: 'de' });
    expect(await search('Gestein')).toEqual([]);
  });

  it('leave with their session', async () => {
    const session = await aSession();
    await strapi.documents('api::session.session').delete({ documentId: session.documentId });
    expect(await sql('select count(*)::int as left from webinars_search')).toEqual([{ left: 0 }]);
  });

  it('hold the words of two editors who change a topic and its speaker at the same moment', async () => {
    const topic = await aTopic({ title: 'Onyx' });
    const speaker = await aSpeaker({ lastName: 'Opal' });
    await aSession({ slug: 'it', topic: topic.documentId, speaker: speaker.documentId });
    const knex = strapi.db.connection;
    const first = await knex.transaction();
    await first.raw(`update topics set title = 'Jade'`);
    const second = knex.transaction(async (trx) => {
      await trx.raw(`update speakers set last_name = 'Pearl'`);
    });
    const isWaitedFor = async () =>
      (
        await sql(
          `select from pg_locks l join pg_stat_activity s on s.pid = l.pid where not l.granted and s.datname = current_database()`,
        )
      ).length > 0;
    while (!(await isWaitedFor()));
    await first.commit();
    await second;
    expect(await search('jade pearl')).toEqual(['it']);
    expect(await search('onyx')).toEqual([]);
    expect(await search('opal')).toEqual([]);
  });

  it('are the same after a bulk insert as one by one', async () => {
    const topic = await aTopic({ title: 'Onyx' });
    const speaker = await aSpeaker({ lastName: 'Opal' });
    await aSession({ slug: 'one', topic: topic.documentId, speaker: speaker.documentId });
    await sql(
      `with fresh as (
         insert into sessions (document_id, slug, datetime, duration, timezone, language, state)
         select 'bulk' || n, 'bulk-' || n, now() + interval '30 days', 60, 'Europe/Berlin', 'en', 'published' from generate_series(1, 500) n
         returning id
       ), topics_linked as (insert into sessions_topic_lnk (session_id, topic_id) select id, $1 from fresh)
       insert into sessions_speaker_lnk (session_id, speaker_id) select id, $2 from fresh`,
      [topic.id, speaker.id],
    );
    const documents = await sql(
      `select locale, count(*)::int as sessions from webinars_search group by locale, document order by locale`,
    );
    expect(documents).toEqual([
      { locale: 'de', sessions: 501 },
      { locale: 'en', sessions: 501 },
    ]);
  });

  it('are written for sessions that were there before, when the instance starts', async () => {
    await aSession({ slug: 'it', topic: (await aTopic({ title: 'Onyx' })).documentId });
    await sql('delete from webinars_search');
    for (const statement of catalogConstraints) await sql(statement);
    expect(await search('onyx')).toEqual([]);
    await sql('comment on table webinars_search is null');
    for (const statement of catalogConstraints) await sql(statement);
    expect(await search('onyx')).toEqual(['it']);
  });
});
