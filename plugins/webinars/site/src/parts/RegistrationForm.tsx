import type { Landing } from '../../../contracts/catalog';
import type { FieldFaults, Values } from '../models';
import { WORDS, type Locale } from '../text/words';
import { CompanyFields } from './CompanyFields';
import { CheckField, ChoiceField, LineField, ProseField } from './Field';

export type RegistrationFormModel = {
  action: string;
  /** Made anew for each form that is shown: sent twice, a form registers once. */
  formKey: string;
  /** What pressing the button leads to. */
  leadsTo: 'seat' | 'waitlist' | 'approval' | 'payment';
  values: Values;
  faults: FieldFaults;
  /** Where the terms and the privacy notice stand. */
  legal: { termsUrl: string | null; privacyUrl: string | null };
  /** What stands beside the boxes, and which version of it. */
  consents: Landing['registration']['consents']['texts'];
};

/** A field that people do not see and programs fill in. */
export const TRAP = 'homepage';

/** The boxes of this form. */
export const CONSENTS_SHOWN = ['termsAccepted', 'privacyConsent', 'marketingConsent'] as const;

/** The field that says which wording a box had. */
export const versionField = (name: (typeof CONSENTS_SHOWN)[number]): string => `${name}Version`;

const LANGUAGES = ['en', 'de'] as const;

/** Registers for a session. */
export const RegistrationForm = ({ locale, form }: { locale: Locale; form: RegistrationFormModel }) => {
  const say = WORDS[locale];
  const { action, formKey, leadsTo, values, faults, legal, consents } = form;
  const common = { locale, values, faults };
  return (
    <form class="card" method="post" action={action} novalidate id="register" aria-labelledby="register-title">
      <h2 id="register-title">{say(`register.title.${leadsTo}`)}</h2>
      <input type="hidden" name="formKey" value={formKey} />
      <fieldset>
        <legend class="unseen">{say('edit.person')}</legend>
        <div class="pair">
          <LineField {...common} name="firstName" max={50} autocomplete="given-name" isRequired />
          <LineField {...common} name="lastName" max={50} autocomplete="family-name" isRequired />
        </div>
        <LineField
          {...common}
          name="email"
          type="email"
          max={254}
          autocomplete="email"
          isRequired
          hint={say('register.emailHint')}
        />
        <div class="pair">
          <LineField {...common} name="company" max={200} autocomplete="organization" isRequired />
          <LineField {...common} name="position" max={200} autocomplete="organization-title" />
        </div>
        <CompanyFields {...common} />
        <ProseField {...common} name="specificQuestions" max={2000} />
        <ChoiceField
          {...common}
          name="language"
          isRequired
          options={LANGUAGES.map((value) => ({ value, label: say(`field.language.${value}`) }))}
        />
      </fieldset>
      <div class="trap">
        <label for={TRAP}>{say('register.trap')}</label>
        <input id={TRAP} name={TRAP} tabIndex={-1} autocomplete="off" />
      </div>
      <fieldset>
        <legend>{say('register.consents')}</legend>
        {CONSENTS_SHOWN.map((name) => (
          <input key={name} type="hidden" name={versionField(name)} value={consents[name].version} />
        ))}
        <CheckField
          {...common}
          name="termsAccepted"
          isRequired
          text={consents.termsAccepted.text}
          more={{ href: legal.termsUrl, label: say('legal.terms') }}
        />
        <CheckField
          {...common}
          name="privacyConsent"
          isRequired
          text={consents.privacyConsent.text}
          more={{ href: legal.privacyUrl, label: say('legal.privacy') }}
        />
        <CheckField
          {...common}
          name="marketingConsent"
          text={consents.marketingConsent.text}
          hint={say('register.marketingHint')}
        />
      </fieldset>
      <div class="acts">
        <button class="button" type="submit">
          {say(`register.do.${leadsTo}`)}
        </button>
      </div>
    </form>
  );
};
