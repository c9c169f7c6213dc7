import type { IntakeSettings } from '../../../../contracts/intake';
import { missingIn, withColumn } from './draft';

const settings: IntakeSettings = {
  session: 'one',
  columns: ['firstName', 'lastName', 'email', 'company'],
  language: 'en',
  company: '',
  allAgreed: true,
  consentFrom: 'Zoom',
  consentVersion: '3',
  whenFull: 'waitlist',
  payment: 'here',
  sendsMails: true,
};

describe('the settings of an import', () => {
  it('are complete once it is known who comes, and that they agreed', () => {
    expect(missingIn(settings)).toEqual([]);
    expect(missingIn({ ...settings, columns: ['fullName', 'email', null, 'company'] })).toEqual([]);
    expect(missingIn({ ...settings, columns: ['firstName', null, null, null] })).toEqual(['email', 'name', 'company']);
    expect(missingIn({ ...settings, columns: ['fullName', 'email'], company: 'Various' })).toEqual([]);
  });

  it('never take an agreement for given', () => {
    expect(missingIn({ ...settings, allAgreed: false })).toEqual(['consents']);
    expect(missingIn({ ...settings, consentVersion: ' ' })).toEqual(['consent_source']);
    const marketing: IntakeSettings['columns'] = [...settings.columns, 'marketingConsent'];
    expect(missingIn({ ...settings, columns: marketing, consentFrom: '', allAgreed: false })).toEqual([
      'consents',
      'consent_source',
    ]);
  });

  it('take each thing from one column', () => {
    expect(withColumn(settings, 3, 'email').columns).toEqual(['firstName', 'lastName', null, 'email']);
    expect(withColumn(settings, 0, null).columns).toEqual([null, 'lastName', 'email', 'company']);
  });
});
