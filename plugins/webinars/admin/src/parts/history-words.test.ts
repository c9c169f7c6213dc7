import { fieldSteps, shownAs } from './history-words';

describe('the name of a field in the history', () => {
  it('is the one of the Content Manager', () => {
    expect(fieldSteps('session', 'datetime')).toEqual([
      { id: 'content-manager.content-types.api::session.session.datetime', english: expect.any(String) },
    ]);
  });

  it('names the language, wherever it stands', () => {
    expect(fieldSteps('topic', 'title@de')[1]).toEqual({ key: 'language.de' });
    expect(fieldSteps('session', 'texts.de.title')).toEqual([
      { id: 'content-manager.content-types.api::session.session.texts', english: expect.any(String) },
      { key: 'language.de' },
      { id: expect.stringMatching(/^content-manager\.components\..*\.title$/), english: expect.any(String) },
    ]);
  });

  it('stays as it is where nobody has named it', () => {
    expect(fieldSteps('settings', 'reminders.7-days.isOn')[1]).toEqual({ plain: '7-days' });
  });
});

describe('what stands in a field', () => {
  it('is shown by what it is', () => {
    expect(shownAs(null)).toEqual({ as: 'nothing' });
    expect(shownAs([])).toEqual({ as: 'nothing' });
    expect(shownAs(false)).toEqual({ as: 'no' });
    expect(shownAs(20)).toEqual({ as: 'number', number: 20 });
    expect(shownAs('2026-03-02T10:00:00.000Z')).toEqual({ as: 'instant', text: '2026-03-02T10:00:00.000Z' });
    expect(shownAs('cancelled')).toEqual({ as: 'word', id: 'cancelled' });
    expect(shownAs('A title')).toEqual({ as: 'text', text: 'A title' });
    expect(shownAs({ amount: 4900, currency: 'EUR' })).toEqual({ as: 'money', amount: 4900, currency: 'EUR' });
    expect(shownAs({ hidden: true })).toEqual({ as: 'hidden' });
    expect(shownAs([{ documentId: 'x', title: 'Ada' }])).toEqual({ as: 'list', items: [{ as: 'text', text: 'Ada' }] });
  });
});
