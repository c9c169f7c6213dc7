import ICAL from 'ical.js';
import { app, aSession, clock, resetData, smtp, strapi } from '../harness';
import { aForm, register } from './visitors';

const START = new Date('2026-03-02T10:00:00Z');

type Entry = { method: string; uid: string; sequence: number; start: string; status: string | null };

/** The calendar part as a mail program hands it to a calendar, its times by the zone that comes with it. */
const entryOf = (content: Buffer): Entry => {
  const calendar = new ICAL.Component(ICAL.parse(content.toString()) as never);
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.reset();
    ICAL.TimezoneService.register(new ICAL.Timezone(zone) as never);
  }
  const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!);
  return {
    method: String(calendar.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    start: event.startDate.toJSDate().toISOString(),
    status: event.component.getFirstPropertyValue('status') as string | null,
  };
};

const entries = async (): Promise<Entry[]> =>
  (await smtp.read()).flatMap(({ attachments }) => {
    const part = attachments.find(({ contentType }) => contentType === 'text/calendar');
    return part ? [entryOf(part.content)] : [];
  });

beforeEach(async () => {
  await resetData();
  clock.set(START);
});

describe.each([
  ['Europe/Berlin', '2026-03-27T09:00:00.000Z', '2026-03-30T08:00:00.000Z'],
  ['Europe/Berlin', '2026-10-23T08:00:00.000Z', '2026-10-26T09:00:00.000Z'],
  ['America/New_York', '2026-03-06T15:00:00.000Z', '2026-03-09T14:00:00.000Z'],
  ['America/New_York', '2026-10-30T14:00:00.000Z', '2026-11-02T15:00:00.000Z'],
  ['Asia/Kolkata', '2026-03-27T04:30:00.000Z', '2026-10-26T04:30:00.000Z'],
])('a calendar in %s', (timezone, before, after) => {
  it(`follows a session from ${before} over the change of clocks to ${after}, and lets it go`, async () => {
    const session = await aSession({ timezone, datetime: before });
    const change = (data: Record<string, unknown>) =>
      strapi.documents('api::session.session').update({ documentId: session.documentId, data: data as never });
    await register(session.slug, aForm({ email: 'invited@example.com' }));
    await app.mail.delivery.deliverDue();
    await change({ datetime: after });
    await app.mail.delivery.deliverDue();
    await change({ texts: [{ locale: 'en', title: 'Other words', description: 'Only words' }] });
    await app.mail.delivery.deliverDue();
    await change({ state: 'cancelled' });
    await app.mail.delivery.deliverDue();
    const all = await entries();
    expect(all.map(({ method, start, status }) => [method, start, status])).toEqual([
      ['REQUEST', before, 'CONFIRMED'],
      ['REQUEST', after, 'CONFIRMED'],
      ['CANCEL', after, 'CANCELLED'],
    ]);
    expect(new Set(all.map(({ uid }) => uid)).size).toBe(1);
    expect(all.map(({ sequence }) => sequence)).toEqual([0, 1, 2]);
    expect(smtp.taken).toHaveLength(3);
  });
});
