import countries from 'i18n-iso-countries';
import { COUNTRIES, COUNTRIES_IN, countryName } from '../../../contracts/countries';
import { asCountry } from './countries';

describe('a country', () => {
  it('is one of the standard, each of which has a name in both languages', () => {
    expect([...COUNTRIES]).toEqual(Object.keys(countries.getAlpha2Codes()).sort());
    for (const code of COUNTRIES)
      for (const language of ['en', 'de'] as const) expect(countryName(code, language)).not.toBe(code);
    expect(countryName('DE', 'de')).toBe('Deutschland');
    expect(countryName('ZZ', 'de')).toBe('ZZ');
  });

  it('stands where a reader of the language looks for it', () => {
    const codes = (language: 'en' | 'de') => COUNTRIES_IN[language].map(({ code }) => code);
    const german = codes('de');
    expect(german.indexOf('AT')).toBe(german.indexOf('OM') + 1);
    const english = codes('en');
    expect(english.indexOf('AX')).toBeLessThan(english.indexOf('AL'));
    expect(english[0]).toBe('AF');
  });

  it('is read by its name in English or German and by its codes', () => {
    for (const code of COUNTRIES)
      for (const language of ['en', 'de'] as const)
        expect([code, asCountry(countryName(code, language))]).toEqual([code, code]);
    for (const spelling of ['Germany', 'deutschland', 'DE', 'de', 'DEU', ' GERMANY '])
      expect(asCountry(spelling)).toBe('DE');
    for (const spelling of ['UK', 'U.K.', 'Great Britain', 'Großbritannien', 'Vereinigtes Königreich', 'England'])
      expect(asCountry(spelling)).toBe('GB');
    for (const spelling of ['USA', 'U.S.A.', 'United States', 'United States of America', 'Vereinigte Staaten'])
      expect(asCountry(spelling)).toBe('US');
    for (const spelling of ['Tschechien', 'Czechia', 'Czech Republic']) expect(asCountry(spelling)).toBe('CZ');
    for (const spelling of ['Türkei', 'Turkey', 'Türkiye']) expect(asCountry(spelling)).toBe('TR');
  });

  it('is handed on where it is none', () => {
    for (const other of ['Atlantis', 'ZZ', '-', 'constructor']) expect(asCountry(other)).toBe(other);
  });
});
