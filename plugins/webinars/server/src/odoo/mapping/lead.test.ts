import { odooSettings } from '../../../../contracts/odoo';
import { aPerson } from '../some-facts';
import { activitySummary, describeLead, leadWish } from './lead';

const given = {
  source: 'Webinar',
  medium: 'Education',
  tags: ['Webinar Lead'],
  salesperson: 'sales@example.com',
  rules: [{ id: 'one', name: 'One', trigger: 'confirm', tags: ['Hot', 'Webinar Lead'], team: 'Europe' }],
};
const settings = odooSettings.parse(given);
const [rule] = settings.rules;
const place = { title: 'Looms', locale: 'en', companyCurrency: 'EUR' } as const;
const wish = (facts: Parameters<typeof aPerson>[0] = {}, changes: object = {}) =>
  leadWish(aPerson(facts), { ...rule!, ...changes }, settings, place);

describe('a lead', () => {
  it('says who it is, where from, and whose', () => {
    expect(wish({ company: 'Mills', phone: '+49 30 1', category: 'cloud' })).toMatchObject({
      name: 'Webinar Lead - Ada Lovelace',
      type: 'lead',
      contact_name: 'Ada Lovelace',
      email_from: 'ada@example.com',
      phone: '+49 30 1',
      partner_name: 'Mills',
      source: 'Webinar',
      medium: 'Education',
      campaign: 'cloud',
      tags: ['Webinar Lead', 'Hot', 'cloud'],
      salesperson: 'sales@example.com',
      team: 'Europe',
    });
    expect(wish({}, { salesperson: 'other@example.com', leadType: 'opportunity' })).toMatchObject({
      salesperson: 'other@example.com',
      type: 'opportunity',
      campaign: null,
    });
  });

  it('expects what the session costs, in the company’s own currency only', () => {
    expect(wish({ price: 12_350, currency: 'EUR' }).expected_revenue).toBe(123.5);
    expect(wish({ price: 12_350, currency: 'USD' }).expected_revenue).toBe(0);
    expect(wish().expected_revenue).toBe(0);
  });
});

describe('what salespeople read', () => {
  it('is what the person asked for and wrote, escaped, and nothing that is empty', () => {
    const html = describeLead(
      aPerson({
        wantsConsultation: true,
        wantsWhitepapers: true,
        questions: 'Why <b>?\nAnd how?',
        interests: ['a', 'b'],
      }),
      'Looms & <co>',
      'en',
    );
    expect(html).toContain('<p>Lead from webinar registration: Looms &amp; &lt;co&gt;</p>');
    expect(html).toContain('<li><strong>Asked for:</strong> a consultation, whitepapers</li>');
    expect(html).toContain('<li><strong>Questions:</strong> Why &lt;b&gt;?<br>And how?</li>');
    expect(html).toContain('<li><strong>Interested in:</strong> a, b</li>');
    expect(html).toContain('<li><strong>Score:</strong> 45</li>');
    expect(html).toContain('<li><strong>Reference:</strong> WABC</li>');
    expect(html).not.toContain('Position');
  });

  it('is in the language of the account', () => {
    expect(describeLead(aPerson({ wantsMentorship: true }), 'Looms', 'de')).toContain(
      '<strong>Wünscht:</strong> Mentoring',
    );
    expect([activitySummary('en'), activitySummary('de')]).toEqual(['Consultation asked for', 'Beratung gewünscht']);
  });
});
