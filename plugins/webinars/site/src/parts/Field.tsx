import type { ComponentChildren } from 'preact';
import type { FieldFaults, Values } from '../models';
import { WORDS, type Key, type Locale } from '../text/words';
import { Inline } from './Inline';

type Common = {
  locale: Locale;
  name: string;
  values: Values;
  faults: FieldFaults;
  hint?: string;
  isRequired?: boolean;
};

/** What ties a field to the words around it, for those who hear them. */
const ties = ({ name, faults, hint }: Pick<Common, 'name' | 'faults' | 'hint'>) => ({
  id: name,
  name,
  'aria-invalid': faults[name] ? true : undefined,
  'aria-describedby': [hint && `${name}-hint`, faults[name] && `${name}-fault`].filter(Boolean).join(' ') || undefined,
});

const Surroundings = ({
  locale,
  name,
  faults,
  hint,
  isRequired = false,
  children,
}: Common & { children: ComponentChildren }) => {
  const say = WORDS[locale];
  return (
    <div class="field">
      <label for={name}>
        {say(`field.${name}` as Key)} {!isRequired && <span class="optional">({say('field.optional')})</span>}
      </label>
      {children}
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {faults[name] && (
        <p class="fault" id={`${name}-fault`}>
          {faults[name]}
        </p>
      )}
    </div>
  );
};

type LineProps = Common & {
  type?: 'text' | 'email' | 'tel' | 'url';
  autocomplete?: string;
  max: number;
};

export const LineField = ({ type = 'text', autocomplete, max, ...common }: LineProps) => (
  <Surroundings {...common}>
    <input
      {...ties(common)}
      type={type}
      value={common.values[common.name] ?? ''}
      maxLength={max}
      required={common.isRequired}
      autocomplete={autocomplete}
    />
  </Surroundings>
);

export const ProseField = ({ max, ...common }: Common & { max: number }) => (
  <Surroundings {...common}>
    <textarea {...ties(common)} maxLength={max} rows={4}>
      {common.values[common.name] ?? ''}
    </textarea>
  </Surroundings>
);

export const ChoiceField = ({
  options,
  autocomplete,
  ...common
}: Common & { options: readonly { value: string; label: string }[]; autocomplete?: string }) => {
  const chosen = common.values[common.name] ?? '';
  return (
    <Surroundings {...common}>
      <select {...ties(common)} autocomplete={autocomplete}>
        {options.map(({ value, label }) => (
          <option key={value} value={value} selected={value === chosen}>
            {label}
          </option>
        ))}
      </select>
    </Surroundings>
  );
};

/** A box to tick; its label says to what, in words of its own where `text` has them, and `more` where that can be read. */
export const CheckField = ({
  locale,
  name,
  values,
  faults,
  hint,
  more,
  text,
  isRequired = false,
}: Common & { more?: { href: string | null; label: string }; text?: string }) => {
  const say = WORDS[locale];
  return (
    <div class="field">
      <label class="choice">
        <input
          {...ties({ name, faults, hint })}
          type="checkbox"
          checked={values[name] === 'on'}
          required={isRequired}
        />
        <span>
          {text === undefined ? say(`field.${name}` as Key) : <Inline text={text} />}{' '}
          {!isRequired && <span class="optional">({say('field.optional')})</span>}
        </span>
      </label>
      {more?.href && (
        <p class="hint">
          <a href={more.href} target="_blank" rel="noopener">
            {more.label}
          </a>
        </p>
      )}
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {faults[name] && (
        <p class="fault" id={`${name}-fault`}>
          {faults[name]}
        </p>
      )}
    </div>
  );
};

/** All faults of a form at its top, each leading to its field. */
export const FaultSummary = ({ locale, faults }: { locale: Locale; faults: FieldFaults }) => {
  const names = Object.keys(faults);
  if (names.length === 0) return null;
  return (
    <div class="notice bad" role="alert">
      <h2>{WORDS[locale]('faults.title', { count: names.length })}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <a href={`#${name}`}>{WORDS[locale](`field.${name}` as Key)}</a>: {faults[name]}
          </li>
        ))}
      </ul>
    </div>
  );
};
