import { COUNTRIES_IN } from '../../../contracts/countries';
import { COMPANY_SIZES } from '../../../contracts/registration';
import type { FieldFaults, Values } from '../models';
import { WORDS, type Locale } from '../text/words';
import { ChoiceField } from './Field';

/** How large a company is, and in which country somebody works: for who likes to say so. */
export const CompanyFields = (common: { locale: Locale; values: Values; faults: FieldFaults }) => {
  const say = WORDS[common.locale];
  const none = { value: '', label: say('field.none') };
  return (
    <div class="pair">
      <ChoiceField
        {...common}
        name="companySize"
        options={[none, ...COMPANY_SIZES.map((value) => ({ value, label: say(`field.companySize.${value}`) }))]}
      />
      <ChoiceField
        {...common}
        name="country"
        autocomplete="country"
        options={[none, ...COUNTRIES_IN[common.locale].map(({ code, name }) => ({ value: code, label: name }))]}
      />
    </div>
  );
};
