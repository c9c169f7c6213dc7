import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import { LOCALES, type Locale } from '../../kernel/text';
import { forText } from './clean';
import { DEFAULT_TEMPLATES } from './defaults';
import { filtersFor } from './filters';
import { grammar, Liquid } from './liquid';
import { expandPartials } from './partials';
import { sampleVariables, sparseVariables } from './sample';
import { createWriter } from './writer';

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];

/** Liquid itself, which says what is right. */
const liquidIn = (locale: Locale) => {
  const liquid = new Liquid({ ownPropertyOnly: true, jsTruthy: true, outputEscape: forText });
  for (const [name, filter] of Object.entries(filtersFor(locale))) liquid.registerFilter(name, filter);
  return liquid;
};

describe('the writer', () => {
  it.each(KINDS)('writes %s as Liquid itself would', (kind) => {
    for (const locale of LOCALES) {
      const { subject, preheader, body } = DEFAULT_TEMPLATES[kind][locale];
      const source = `${subject}\n${preheader}\n${expandPartials(body, locale)}`;
      const liquid = liquidIn(locale);
      for (const variables of [sampleVariables(kind, locale), sparseVariables(kind, locale)])
        expect(createWriter(grammar.parse(source), 'text', locale)(variables)).toBe(
          liquid.parseAndRenderSync(source, variables),
        );
    }
  });

  it.each([
    '{% if a == 1 and b != 2 or c %}x{% else %}y{% endif %}',
    '{% if not c %}x{% endif %}',
    '{% if list contains "two" %}x{% endif %}{% if word contains "or" %}y{% endif %}',
    '{% if list == empty %}x{% endif %}{% if none == empty %}y{% endif %}{% if nothing == nil %}z{% endif %}',
    '{% if blank_word == blank %}x{% endif %}{% if nothing == blank %}y{% endif %}',
    '{% if a < 2 %}x{% endif %}{% if a >= 1 %}y{% endif %}{% if word > "a" %}z{% endif %}{% if a <= 1 %}u{% endif %}{% if b < 3 %}v{% endif %}{% if b > 3 %}w{% endif %}',
    '{% unless c %}x{% elsif a == 1 %}y{% else %}z{% endunless %}',
    '{% unless a == 1 %}x{% elsif a == 1 %}y{% else %}z{% endunless %}',
    '{% case a %}{% when 1, 2 %}x{% when 3 %}y{% else %}z{% endcase %}',
    '{% case word %}{% when "word" %}x{% endcase %}',
    '{% for i in list %}{{ forloop.index }}{{ forloop.index0 }}{{ forloop.rindex }}{{ forloop.rindex0 }}{{ forloop.first }}{{ forloop.last }}{{ forloop.length }}{{ i }} {% endfor %}',
    '{% for i in list offset: 1 limit: 1 %}{{ i }}{% endfor %}{% for i in list reversed %}{{ i }}{% endfor %}',
    '{% for i in list limit: a reversed %}{{ i }}{% endfor %}',
    '{% for i in none %}x{% else %}nothing{% endfor %}{% for i in nothing %}x{% else %}nothing{% endfor %}',
    '{% for i in (1..3) %}{{ i }}{% for j in (i..3) %}{{ i }}{{ j }}{% endfor %}{{ forloop.index }}{% endfor %}',
    '{% for a in list %}{{ a }}{% for a in list %}{{ a }}{% endfor %}{{ a }}{% endfor %}{{ a }}',
    '{{ list.size }}{{ word.size }}{{ list[1] }}{{ deep.word }}{{ deep["word"] }}',
    '{{ word | upcase | downcase | capitalize }}{{ nothing | default: "x" }}{{ list | join: ", " }}{{ list | size }}',
    'a {{- word -}} b {%- if a -%} c {%- endif -%} d',
    '{% comment %}{{ word }}{% endcomment %}x',
    '{{ "a literal" }}{{ 12 }}{{ true }}{{ nil }}',
  ])('agrees with Liquid on %s', (source) => {
    const variables = {
      a: 1,
      b: 3,
      c: false,
      word: 'word',
      list: ['one', 'two', 'three'],
      none: [],
      nothing: null,
      blank_word: ' ',
      deep: { word: 'below' },
    };
    expect(createWriter(grammar.parse(source), 'text', 'en')(variables)).toBe(
      liquidIn('en').parseAndRenderSync(source, variables),
    );
  });
});
