import { OPTIONAL_CATEGORIES, type PreferencesView } from '../../../contracts/preferences';
import { Inline } from '../parts/Inline';
import { Notice } from '../parts/Notice';
import { WORDS, type Locale } from '../text/words';

export type PreferencesModel = {
  preferences: PreferencesView;
  action: string;
  isSaved: boolean;
  brandName: string;
  /** What somebody agrees to who ticks news. */
  newsText: string;
};

/** Which mails an address gets. */
export const Preferences = ({ locale, model }: { locale: Locale; model: PreferencesModel }) => {
  const say = WORDS[locale];
  const { preferences, action, isSaved, brandName, newsText } = model;
  return (
    <>
      <Notice text={isSaved ? say('preferences.saved') : null} />
      <h1>{say('preferences.title')}</h1>
      <p class="lead">{say('preferences.whose', { email: preferences.email })}</p>
      <form class="card" method="post" action={action}>
        <fieldset>
          <legend>{say('preferences.legend')}</legend>
          {OPTIONAL_CATEGORIES.map((category) => (
            <label class="choice" key={category}>
              <input type="checkbox" name={category} checked={preferences[category]} />
              <span>
                <strong>{say(`preferences.${category}`)}</strong>
                <span class="hint">{say(`preferences.${category}Hint`, { brand: brandName })}</span>
                {category === 'news' && (
                  <span class="hint">
                    <Inline text={newsText} />
                  </span>
                )}
              </span>
            </label>
          ))}
          {preferences.consent === 'requested' && <p class="notice warn">{say('preferences.newsAsked')}</p>}
        </fieldset>
        <p>
          <strong>{say('preferences.service')}</strong>
          <br />
          <span class="hint">{say('preferences.serviceHint')}</span>
        </p>
        <div class="acts">
          <button class="button" type="submit">
            {say('preferences.save')}
          </button>
        </div>
      </form>
    </>
  );
};
