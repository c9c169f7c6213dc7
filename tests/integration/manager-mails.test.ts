import { aSession, app, beat, clock, resetData, smtp, sql } from '../harness';
import { programmeManager, programmeSettings, type ProgrammeManager } from '../../plugins/webinars/contracts/programme';
import { aForm, register } from './visitors';

/** A Wednesday at noon in Berlin. */
const START = new Date('2027-03-10T11:00:00Z');

beforeEach(async () => {
  await resetData();
  clock.set(START);
});

const setManager = async (changes: Partial<ProgrammeManager>): Promise<void> => {
  const { defaults: _, speaker: __, next: ___, ...kept } = await app.programme.view();
  await app.programme.save({ ...kept, manager: { ...kept.manager, ...changes } });
};

const BOSS = { name: 'Mira Manager', email: 'Boss@Example.com' };

let people = 0;
const join = async (slug: string, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1) {
    people += 1;
    await register(slug, aForm({ email: `manager-mails-${people}@example.com` }));
  }
};

/** Every hour from now until then, as the heartbeat does it: twice, since there are two instances. */
const live = async (until: string): Promise<void> => {
  while (clock.now() < new Date(until)) {
    clock.advance({ hours: 1 });
    await beat('programme.write-reports');
    await beat('programme.write-reports');
  }
};

const mails = () =>
  sql<{ kind: string; recipient: string; locale: string; at: string }>(
    `select kind, recipient, locale, to_char(created_at at time zone 'UTC', 'DD HH24:MI') as at from webinars_mails
      where kind in ('new_registrations', 'performance_report') order by id`,
  );

/** What has arrived at the manager's since the last look. */
const sent = async () => {
  smtp.taken.length = 0;
  await app.mail.delivery.deliverDue();
  const all = await smtp.read();
  return all
    .filter(({ to }) => JSON.stringify(to).toLowerCase().includes('boss@example.com'))
    .map(({ subject, text }) => ({ subject, text: text! }));
};

describe('the digest of new registrations', () => {
  it('goes out each morning in which there is something to tell, once, and tells of nobody twice', async () => {
    await setManager({ ...BOSS, newRegistrations: true });
    const { slug } = await aSession({ datetime: '2027-05-05T08:00:00.000Z', capacity: 5 });
    await join(slug, 2);
    await live('2027-03-11T12:00:00Z');
    expect(await mails()).toEqual([
      { kind: 'new_registrations', recipient: 'boss@example.com', locale: 'en', at: '11 06:00' },
    ]);
    expect(await sent()).toMatchObject([{ subject: '2 new registrations', text: expect.stringContaining('2 of 5') }]);
    await live('2027-03-13T12:00:00Z');
    expect(await mails()).toHaveLength(1);
    await join(slug, 1);
    await live('2027-03-14T12:00:00Z');
    expect(await mails()).toHaveLength(2);
    expect(await sent()).toMatchObject([{ subject: '1 new registration' }]);
  });

  it('is one mail after an outage of days, which tells of all of them', async () => {
    await setManager({ ...BOSS, newRegistrations: true, locale: 'de' });
    const { slug } = await aSession({ datetime: '2027-05-05T08:00:00.000Z' });
    await live('2027-03-11T12:00:00Z');
    await join(slug, 1);
    clock.set('2027-03-13T12:00:00Z');
    await join(slug, 2);
    clock.set('2027-03-14T12:00:00Z');
    await beat('programme.write-reports');
    expect(await mails()).toMatchObject([{ locale: 'de' }]);
    expect(await sent()).toMatchObject([{ subject: '3 neue Anmeldungen' }]);
  });

  it('is not for who does not want it, nor of the morning before somebody began to want it', async () => {
    await setManager(BOSS);
    const { slug } = await aSession({ datetime: '2027-05-05T08:00:00.000Z' });
    await join(slug, 1);
    await live('2027-03-11T12:00:00Z');
    expect(await mails()).toEqual([]);
    await setManager({ newRegistrations: true });
    await beat('programme.write-reports');
    expect(await mails()).toEqual([]);
    await join(slug, 1);
    await live('2027-03-12T07:00:00Z');
    expect(await mails()).toHaveLength(1);
    await setManager({ newRegistrations: false });
    await join(slug, 1);
    await live('2027-03-13T12:00:00Z');
    expect(await mails()).toHaveLength(1);
  });

  it('does not reach who is no longer the manager', async () => {
    await setManager({ ...BOSS, newRegistrations: true });
    const { slug } = await aSession({ datetime: '2027-05-05T08:00:00.000Z' });
    await join(slug, 1);
    await live('2027-03-11T07:00:00Z');
    await setManager({ email: 'next@example.com' });
    await app.mail.delivery.deliverDue();
    expect(await sql(`select state, answer from webinars_mails where kind = 'new_registrations'`)).toEqual([
      { state: 'skipped', answer: 'not_needed' },
    ]);
  });
});

describe('the report of the week', () => {
  it('goes out on Monday morning, once, and tells of the week before in the programme’s zone', async () => {
    await setManager({ ...BOSS, performanceReports: true });
    const held = await aSession({ datetime: '2027-03-12T08:00:00.000Z', capacity: 10 });
    await join(held.slug, 3);
    await sql(`update sessions set state = 'completed' where document_id = $1`, [held.documentId]);
    await sql(
      `update registrations set state = 'attended', rating = 4, joined_at = now()
        where id in (select id from registrations where session_document_id = $1 order by id limit 2)`,
      [held.documentId],
    );
    const ahead = await aSession({ datetime: '2027-03-17T08:00:00.000Z', capacity: 20 });
    await join(ahead.slug, 1);
    await live('2027-03-15T12:00:00Z');
    expect(await mails()).toEqual([
      { kind: 'performance_report', recipient: 'boss@example.com', locale: 'en', at: '15 06:00' },
    ]);
    const [report] = await sent();
    const { subject, text } = report!;
    expect(subject).toBe('The week in figures: 4 registrations');
    expect(text).toContain('8 March');
    expect(text).toContain('14 March');
    expect(text).toContain('2 of 3');
    expect(text).toContain('1 of 20');
    await live('2027-03-21T12:00:00Z');
    expect(await mails()).toHaveLength(1);
    await live('2027-03-22T12:00:00Z');
    expect(await mails()).toHaveLength(2);
  });
});

it('nothing is written to a programme without a manager', async () => {
  await app.programme.save({
    ...programmeSettings.parse({}),
    manager: programmeManager.parse({ newRegistrations: true, performanceReports: true }),
    revision: 0,
  });
  const { slug } = await aSession({ datetime: '2027-05-05T08:00:00.000Z' });
  await join(slug, 1);
  await live('2027-03-15T12:00:00Z');
  expect(await mails()).toEqual([]);
});
