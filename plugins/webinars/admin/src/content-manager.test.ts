import { entryPath, listPath, REGISTRATION, SESSION } from './content-manager';

describe("the Content Manager's addresses", () => {
  it('name an entry', () => {
    expect(entryPath(SESSION, 'abc')).toBe('/content-manager/collection-types/api::session.session/abc');
  });

  it('spell filters as its list does', () => {
    const path = listPath(REGISTRATION, { filters: { state: { $eq: 'pending_approval' } }, sort: 'registeredAt:ASC' });
    expect(decodeURIComponent(path)).toBe(
      '/content-manager/collection-types/api::registration.registration?page=1&pageSize=25&sort=registeredAt:ASC' +
        '&filters[$and][0][state][$eq]=pending_approval',
    );
  });
});
