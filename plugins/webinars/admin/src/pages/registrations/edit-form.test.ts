import { changesIn, type EditForm } from './edit-form';

describe('a change of a registration', () => {
  const form = { firstName: 'Ada', phone: '+49 30 1', internalNotes: '' } as EditForm;

  it('names only what was changed', () => {
    expect(changesIn(form, { ...form, firstName: 'Augusta' })).toEqual({ firstName: 'Augusta' });
    expect(changesIn(form, form)).toEqual({});
  });

  it('empties what may be empty, and lets the rules refuse the rest', () => {
    expect(changesIn(form, { ...form, phone: '', firstName: '' })).toEqual({ phone: null, firstName: '' });
  });
});
