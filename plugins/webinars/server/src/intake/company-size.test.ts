import { COMPANY_SIZES } from '../../../contracts/registration';
import { asCompanySize } from './company-size';

describe('the size of a company', () => {
  it.each([
    ['1', 'upTo9'],
    ['9', 'upTo9'],
    ['10', 'upTo49'],
    ['ca. 120', 'upTo249'],
    ['250', 'upTo999'],
    ['1.000', 'over999'],
    ['1-20', 'upTo49'],
    ['21-50', 'upTo49'],
    ['51–100', 'upTo249'],
    ['101-500', 'upTo999'],
    ['501-1,000', 'upTo999'],
    ['1,001-5,000', 'over999'],
    ['1.001 bis 5.000 Mitarbeitende', 'over999'],
    ['10 000+', 'over999'],
    ['More than 10,000', 'over999'],
    ['<10', 'upTo9'],
    ['unter 10', 'upTo9'],
    ['upTo249', 'upTo249'],
    ['upto249', 'upTo249'],
  ])('is read from %s', (value, size) => {
    expect(asCompanySize(value)).toBe(size);
  });

  it('is read from what our own export says, in both languages', () => {
    const english = ['Up to 9', '10 to 49', '50 to 249', '250 to 999', '1,000 or more'];
    const german = ['bis 9', '10 bis 49', '50 bis 249', '250 bis 999', 'ab 1.000'];
    for (const said of [english, german]) expect(said.map(asCompanySize)).toEqual(COMPANY_SIZES);
  });

  it('is handed on where it says nothing of the kind', () => {
    for (const other of ['many', '20-Jan', '1-20-300', '-', 'n/a', 'Jan 20']) expect(asCompanySize(other)).toBe(other);
  });
});
