import type { FieldFaults, Values } from '../models';
import { CompanyFields } from '../parts/CompanyFields';
import { ChoiceField, FaultSummary, LineField, ProseField } from '../parts/Field';
import { WORDS, type Locale } from '../text/words';

export type EditDetailsModel = {
  action: string;
  back: string;
  email: string;
  values: Values;
  faults: FieldFaults;
  timezones: readonly string[];
};

/** A person's own details, to change. */
export const EditDetails = ({ locale, model }: { locale: Locale; model: EditDetailsModel }) => {
  const say = WORDS[locale];
  const { action, back, email, values, faults, timezones } = model;
  const common = { locale, values, faults };
  return (
    <>
      <FaultSummary locale={locale} faults={faults} />
      <h1>{say('edit.title')}</h1>
      <p class="lead">{say('edit.emailHint', { email })}</p>
      <form class="card" method="post" action={action} novalidate>
        <fieldset>
          <legend>{say('edit.person')}</legend>
          <div class="pair">
            <LineField {...common} name="firstName" max={50} autocomplete="given-name" isRequired />
            <LineField {...common} name="lastName" max={50} autocomplete="family-name" isRequired />
          </div>
          <LineField {...common} name="phone" type="tel" max={40} autocomplete="tel" />
        </fieldset>
        <fieldset>
          <legend>{say('edit.work')}</legend>
          <LineField {...common} name="company" max={200} autocomplete="organization" isRequired />
          <div class="pair">
            <LineField {...common} name="position" max={200} autocomplete="organization-title" />
            <LineField {...common} name="industryVertical" max={100} />
          </div>
          <CompanyFields {...common} />
          <LineField {...common} name="website" type="url" max={500} autocomplete="url" />
        </fieldset>
        <fieldset>
          <legend>{say('edit.session')}</legend>
          <ProseField {...common} name="specificQuestions" max={2000} />
          <ProseField {...common} name="learningObjectives" max={1000} />
          <ProseField {...common} name="specialRequirements" max={500} />
          <ProseField {...common} name="accessibilityNeeds" max={500} />
        </fieldset>
        <fieldset>
          <legend>{say('edit.mails')}</legend>
          <div class="pair">
            <ChoiceField
              {...common}
              name="language"
              isRequired
              options={(['en', 'de'] as const).map((value) => ({ value, label: say(`field.language.${value}`) }))}
            />
            <ChoiceField
              {...common}
              name="timezone"
              hint={say('edit.timezoneHint')}
              options={[
                { value: '', label: say('field.timezone.none') },
                ...timezones.map((value) => ({ value, label: value.replaceAll('_', ' ') })),
              ]}
            />
          </div>
        </fieldset>
        <div class="acts">
          <button class="button" type="submit" name="act" value="edit">
            {say('edit.save')}
          </button>
          <a href={back}>{say('edit.back')}</a>
        </div>
      </form>
    </>
  );
};
