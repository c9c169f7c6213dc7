import { hintId, labelId, uidOf } from './texts';

describe('the texts of content fields', () => {
  it('are found by the name of a type as shown', () => {
    expect(uidOf('Session')).toBe('api::session.session');
    expect(uidOf('User')).toBeUndefined();
    expect(labelId('api::session.session', 'slug')).toBe('content-manager.content-types.api::session.session.slug');
  });

  it('give way to a hint of an administrator’s', () => {
    expect(hintId('api::session.session', 'duration', 'In minutes')).toBe(
      'webinars.hint.api::session.session.duration',
    );
    expect(hintId('api::session.session', 'duration', 'At most 90')).toBeUndefined();
  });
});
