import { changedByBoth, changesIn, conflictsAsked, onTheWire, saveAsked } from './form-of-session';

const BEFORE = {
  datetime: '2030-05-06T08:00:00.000Z',
  duration: 60,
  timezone: 'Europe/Berlin',
  capacity: 10,
  slug: 'one',
  revision: '2030-01-01T00:00:00.000Z',
  speaker: { connect: [], disconnect: [] },
};

describe('the form of a session', () => {
  it('says where and with whom it would be', () => {
    const values = { ...BEFORE, speaker: { connect: [{ documentId: 'ada' }], disconnect: [{ documentId: 'ben' }] } };
    expect(conflictsAsked('one', values)).toMatchObject({
      session: 'one',
      datetime: BEFORE.datetime,
      speaker: { connect: ['ada'], disconnect: ['ben'] },
      panelists: { connect: [], disconnect: [] },
    });
    expect(conflictsAsked(null, { ...values, datetime: undefined })).toBeNull();
    expect(conflictsAsked(null, { ...values, duration: '' })).toBeNull();
  });

  it('says what saving it would change for others', () => {
    expect(saveAsked({ ...BEFORE, capacity: undefined, meetingUrl: '' })).toEqual({
      revision: BEFORE.revision,
      datetime: BEFORE.datetime,
      duration: 60,
      timezone: 'Europe/Berlin',
      capacity: null,
      platform: null,
      meetingUrl: null,
    });
  });

  it('knows what was changed in it, and what two have changed', () => {
    const mine = { ...BEFORE, capacity: 20, slug: 'two', revision: 'any' };
    const changes = changesIn(mine, BEFORE);
    expect(changes).toEqual({ capacity: 20, slug: 'two' });
    expect(changedByBoth(changes, BEFORE, { ...BEFORE, capacity: 30, duration: 90 })).toEqual(['capacity']);
    expect(changedByBoth(changes, BEFORE, { ...BEFORE, capacity: 20 })).toEqual([]);
    const linked = changesIn({ ...BEFORE, speaker: { connect: [{ documentId: 'ada' }], disconnect: [] } }, BEFORE);
    expect(changedByBoth(linked, BEFORE, { ...BEFORE, speaker: { count: 1 } })).toEqual([]);
  });

  it('sends no more of a field than it says', () => {
    expect(
      onTheWire({ connect: [{ documentId: 'ada', id: 7, __temp_key__: 'a0', label: 'Ada' }], disconnect: [] }),
    ).toEqual({ connect: [{ documentId: 'ada' }], disconnect: [] });
    expect(onTheWire([{ id: 1, __temp_key__: 'a0', title: 'One', note: undefined }])).toEqual([
      { id: 1, title: 'One', note: null },
    ]);
  });
});
