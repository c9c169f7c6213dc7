import { MAIL_KINDS, type MailKind } from '../../../../contracts/mail';
import { DomainError } from '../../kernel/errors';
import { compileTemplate, DEFAULT_TEMPLATES, sampleVariables, type TemplateFault, type TemplateSource } from '.';

const KINDS = Object.keys(MAIL_KINDS) as MailKind[];
const plainly: TemplateSource = { subject: 'Subject', preheader: 'Preheader', body: 'Body' };

const compiled = (source: Partial<TemplateSource>, kind: MailKind = 'confirmation') =>
  compileTemplate({ ...plainly, ...source }, { kind, locale: 'en' });

const sample = (kind: MailKind = 'confirmation') => {
  const variables = sampleVariables(kind, 'en');
  return { ...variables, session: variables.session! };
};

/** What stands in the card, between the frame's head and its foot. */
const bodyOf = (html: string): string => /class="words"[^>]*><div[^>]*>([\s\S]*?)<\/div><\/td>/.exec(html)![1]!.trim();
const withoutStyles = (html: string) => html.replace(/ (?:style|width|scope|class|bgcolor)="[^"]*"/g, '');
const htmlOf = (body: string, variables = sample()) => withoutStyles(bodyOf(compiled({ body }).render(variables).html));
const textOf = (body: string, variables = sample()) => compiled({ body }).render(variables).text.split('\n\n-- \n')[0];

const faultsOf = (source: Partial<TemplateSource>, words?: 'en' | 'de'): TemplateFault[] => {
  try {
    compileTemplate({ ...plainly, ...source }, { kind: 'confirmation', locale: 'en', words });
  } catch (error) {
    expect(error).toBeInstanceOf(DomainError);
    expect((error as DomainError).kind).toBe('invalid');
    return (error as DomainError).details.errors as TemplateFault[];
  }
  return [];
};

describe('a template', () => {
  it('is Markdown with Liquid, and becomes HTML and text', () => {
    expect(htmlOf('Hello **{{ recipient.firstName }}**,\nyou *come*.')).toBe(
      '<p>Hello <strong>Ada</strong>,<br>\nyou <em>come</em>.</p>',
    );
    expect(textOf('# Hello **{{ recipient.firstName }}**\n\nYou *come*.')).toBe('Hello Ada\n=========\n\nYou come.');
  });

  it('makes one list of a loop over items, not many', () => {
    const body = 'Goals:\n\n{% for goal in session.objectives %}\n- {{ goal }}\n{% endfor %}\n\nEnd';
    expect(htmlOf(body).replace(/\n/g, '')).toBe(
      '<p>Goals:</p><ul><li>Tell which applications to move first</li><li>Estimate running costs before you sign</li></ul><p>End</p>',
    );
    expect(textOf(body)).toBe(
      'Goals:\n\n- Tell which applications to move first\n- Estimate running costs before you sign\n\nEnd',
    );
  });

  it('leaves no list behind where a loop or a condition gave no item', () => {
    const empty = { ...sample(), session: { ...sample().session, objectives: [] } };
    expect(htmlOf('{% for goal in session.objectives %}\n- {{ goal }}\n{% endfor %}\n\nEnd', empty)).toBe('<p>End</p>');
    expect(textOf('{% for goal in session.objectives %}\n- {{ goal }}\n{% endfor %}\n\nEnd', empty)).toBe('End');
    expect(htmlOf('- {% if reason %}{{ reason }}{% endif %}\n\nEnd')).toBe('<p>End</p>');
  });

  it('keeps conditions inside lists and around nested items', () => {
    const body = '- One\n{% if reason %}\n- Never\n{% else %}\n- Two\n  - Below\n{% endif %}\n- Three';
    expect(htmlOf(body).replace(/\n/g, '')).toBe(
      '<ul><li>One</li><li>Two<ul><li>Below</li></ul></li><li>Three</li></ul>',
    );
    expect(textOf(body)).toBe('- One\n- Two\n  - Below\n- Three');
  });

  it('puts a loop inside a loop', () => {
    const body =
      '{% for speaker in speakers %}\n{% for goal in session.objectives limit: 1 %}\n- {{ speaker.name }}: {{ goal }}\n{% endfor %}\n{% endfor %}';
    expect(htmlOf(body).match(/<ul>/g)).toHaveLength(1);
    expect(htmlOf(body).match(/<li>/g)).toHaveLength(2);
  });

  it('keeps rows of a table under a condition, and a table under one', () => {
    const body =
      '{% if session.local %}\n| | |\n|---|---|\n{% if reason %}\n| Reason | {{ reason }} |\n{% endif %}\n| Date | {{ session.date }} |\n{% endif %}\n\nEnd';
    expect(htmlOf(body).replace(/\n/g, '')).toBe(
      '<table><tbody><tr><th>Date</th><td>Thursday, 26 November 2026</td></tr></tbody></table><p>End</p>',
    );
    expect(textOf(body)).toBe('Date: Thursday, 26 November 2026\n\nEnd');
    const none = { ...sample(), session: { ...sample().session, local: null } };
    expect(htmlOf(body, none)).toBe('<p>End</p>');
  });

  it('turns a link with the title “button” into a button, a condition around it or not', () => {
    const body = '{% if links.join %}[Join now]({{ links.join }} "button"){% endif %}';
    expect(htmlOf(body)).toContain(
      '<td><a href="https://webinars.example.com/join/W7K3M9QXA2F.sample">Join now</a></td>',
    );
    expect(textOf(body)).toBe('Join now: https://webinars.example.com/join/W7K3M9QXA2F.sample');
    expect(htmlOf(body, { ...sample(), links: { ...sample().links, join: null } })).toBe('');
  });

  it('spells links so that they can be read and clicked in plain text', () => {
    expect(textOf('Look [here](https://a.example/x) first.')).toBe('Look here <https://a.example/x> first.');
    expect(textOf('- [Here](https://a.example/x)')).toBe('- Here: https://a.example/x');
    expect(textOf('Write to [{{ brand.supportEmail }}](mailto:{{ brand.supportEmail }}).')).toBe(
      'Write to help@example.com.',
    );
  });

  it('breaks long lines between words and never in an address', () => {
    const long = `https://a.example/${'x'.repeat(120)}`;
    const text = textOf(`> ${'word '.repeat(40)}\n\n- ${'item '.repeat(40)}[here](${long})`)!;
    expect(text.split('\n').filter((line) => line.length > 76)).toEqual([expect.stringContaining(long)]);
    expect(text).toMatch(/^> word[^\n]*\n> word/);
    expect(text).toMatch(/\n- item[^\n]*\n {2}item/);
  });

  it('writes HTML and braces of its own as words', () => {
    expect(htmlOf('<b>bold</b> \\{\\{ reason }} and &#123;&#123; x }}')).toBe(
      '<p>&lt;b&gt;bold&lt;/b&gt; {{ reason }} and {{ x }}</p>',
    );
    expect(textOf('\\{\\{ reason }} \\{\\% if %}')).toBe('{{ reason }} {% if %}');
  });

  it('fetches no pictures', () => {
    expect(htmlOf('![seen](https://a.example/pixel.gif)')).not.toContain('<img');
  });

  it('includes the parts of the house, in a list of its own words too', () => {
    expect(htmlOf("Before\n{% include 'session' %}\nAfter")).toMatch(
      /^<p>Before<\/p>\s*<table>[\s\S]*<\/table>\s*<p>After<\/p>$/,
    );
    expect(htmlOf('{% include "signature" %}')).toContain('Kind regards');
  });

  it('does not read words that look like what it hides Liquid behind', () => {
    expect(htmlOf('lq0o lqx1t {{ recipient.firstName }}')).toBe('<p>lq0o lqx1t Ada</p>');
  });

  it('may comment, choose, and count its turns', () => {
    expect(htmlOf('{% comment %}\n\n{{ nonsense }} {% if %}\n\n{% endcomment %}\n\nSeen')).toContain('<p>Seen</p>');
    expect(
      textOf("{% case session.platform %}{% when 'Teams' %}T{% when 'Zoom', 'Webex' %}Z{% else %}?{% endcase %}"),
    ).toBe('Z');
    expect(
      textOf(
        '{% for s in speakers %}{{ forloop.index }}/{{ forloop.length }} {{ s.name }}{% unless forloop.last %}; {% endunless %}{% endfor %}',
      ),
    ).toBe('1/2 Dr. Anna Keller; 2/2 Tom Okafor');
  });
});

describe('a template is refused', () => {
  it.each([
    ['{{ session.titel }}', 'unknown_variable', 'Line 1, column 4: There is no variable “session.titel”.'],
    ['Hello\n\n{% if sesion %}x{% endif %}', 'unknown_variable', 'Line 3, column 7: There is no variable “sesion”.'],
    ['{% for s in speakers %}{{ s.nmae }}{% endfor %}', 'unknown_variable', /s\.nmae/],
    ['{{ session.title | default: other }}', 'unknown_variable', /other/],
    ['{{ session.constructor }}', 'unknown_variable', /constructor/],
    ['{{ __proto__ }}', 'unknown_variable', /__proto__/],
    ['{{ session[recipient.name] }}', 'unknown_variable', /session\[recipient\.name\]/],
    ['{{ session }}', 'not_one_value', /“session” stands for several values/],
    ['{{ speakers }}', 'not_one_value', /“speakers” stands for several values/],
    ['{% for x in session.title %}{{ x }}{% endfor %}', 'not_a_list', /“session\.title” is not a list/],
    ['{{ session.title | shout }}', 'unknown_filter', /“shout”/],
    ['{{ session.title | raw }}', 'unknown_filter', /“raw”/],
    ['{% if session.title | shout %}x{% endif %}', 'unknown_filter', /“shout”/],
    ['{% if session.title %}', 'not_closed', 'Line 1, column 1: “{% if session.title %}” is never closed.'],
    ['text {{ session.title', 'not_closed', /is never closed/],
    ['x {% endif %}', 'not_opened', /“{% endif %}” does not belong here/],
    ['{% if reason %}{% endfor %}{% endif %}', 'not_opened', /endfor/],
    ['{% for %}{% endfor %}', 'not_understood', /cannot be understood/],
    ["{% include '/etc/passwd' %}", 'unknown_tag', /“include”/],
    ["{% include 'nothing' %}", 'unknown_partial', 'Line 1, column 1: There is no part “nothing” to include.'],
    ['{% include links.session %}', 'unknown_tag', /“include”/],
    ["{% render 'session' %}", 'unknown_tag', /“render”/],
    ["{% layout 'session' %}", 'unknown_tag', /“layout”/],
    ['{% assign a = 1 %}', 'unknown_tag', /“assign”/],
    ['{% raw %}{{ x }}{% endraw %}', 'unknown_tag', /“raw”/],
  ])('for %s', (body, name, message) => {
    const faults = faultsOf({ body });
    expect(faults[0]).toMatchObject({
      path: ['body'],
      name,
      message: message instanceof RegExp ? expect.stringMatching(message) : message,
      line: expect.any(Number),
      column: expect.any(Number),
    });
  });

  it('in each of its fields, all faults at once, in the editor’s language', () => {
    const faults = faultsOf({ subject: '{{ a }}', preheader: '{{ b | c }}', body: '{{ d }}\n\n{{ e | f }}' }, 'de');
    expect(faults.map(({ path, name }) => `${path.join('.')} ${name}`)).toEqual([
      'subject unknown_variable',
      'preheader unknown_variable',
      'preheader unknown_filter',
      'body unknown_variable',
      'body unknown_variable',
      'body unknown_filter',
    ]);
    expect(faults[0]!.message).toBe('Zeile 1, Spalte 4: Eine Variable „a“ gibt es nicht.');
    expect(faults[4]).toMatchObject({ line: 3, column: 4 });
  });

  it('names the place beside parts that it includes', () => {
    expect(faultsOf({ body: "{% include 'session' %} {{ nothing }}" })[0]).toMatchObject({ line: 1, column: 28 });
  });

  it('for parts in a line', () => {
    expect(faultsOf({ subject: "{% include 'session' %}" })[0]).toMatchObject({
      path: ['subject'],
      name: 'unknown_tag',
    });
  });

  it('when it would never end or is too long', () => {
    expect(faultsOf({ body: '{% for i in (1..1000000000) %}x{% endfor %}' })[0]).toMatchObject({ name: 'too_much' });
    const ten = (inside: string) => `{% for i in (1..100) %}${inside}{% endfor %}`;
    expect(faultsOf({ body: ten(ten(ten(ten('x')))) })[0]).toMatchObject({ name: 'too_much' });
    expect(faultsOf({ body: `{% for i in (1..100000) %}${'long '.repeat(10_000)}{% endfor %}` })[0]).toMatchObject({
      name: 'too_much',
    });
    expect(faultsOf({ body: 'x'.repeat(100_001) })[0]).toMatchObject({ path: ['body'], name: 'too_long' });
  });
});

const HOSTILE: Record<string, string> = {
  html: '<img src=x onerror=alert(1)><script>alert(1)</script>"\'><!--',
  liquid: '{{ 1234 | plus: 4321 }}{% if true %}x{% endif %}{{ brand.supportEmail }}',
  markdown: '[click](https://evil.example "button") **bold** # head\n\n# Head\n- item | cell |\n> quote',
  headers: 'Hello\r\nBcc: everybody@example.com\r\n\r\nBody\u2028line\u0085line',
  direction: 'invoice\u202Efdp.exe\u2066x\u2069\u200E\u200F\u061C\u0000\u0007\u001b[31m',
  spaces: `a${' '.repeat(10_000)}b${'\n'.repeat(10_000)}c`,
  long: 'äß🙂'.repeat(2_500),
  placeholder: 'lq0o lq1t %%BODY%% $& $1 $`',
};

const poison = <T>(value: T, with_: string): T => {
  if (typeof value === 'string') return with_ as T;
  if (Array.isArray(value)) return value.map((item: unknown) => poison(item, with_)) as T;
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, poison(item as unknown, with_)])) as T;
  return value;
};

describe.each(Object.entries(HOSTILE))('values that are hostile (%s)', (what, words) => {
  it.each(KINDS)('do no harm in %s', (kind) => {
    const template = compileTemplate(DEFAULT_TEMPLATES[kind].en, { kind, locale: 'en' });
    const clean = template.render(sample(kind));
    const { subject, html, text } = template.render(poison(sample(kind), words));

    expect(subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    expect(subject.length).toBeLessThanOrEqual(200);
    for (const part of [subject, html, text]) {
      expect(part).not.toMatch(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/u);
      // eslint-disable-next-line no-control-regex
      expect(part).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
      expect(part).not.toMatch(/\p{Surrogate}/u);
    }
    // The tags are those of the template: no value has made one, and no address leads anywhere.
    const shape = (from: string) =>
      [...new Set(from.replace(/<!--[\s\S]*?-->/g, '').match(/<[a-z][a-z0-9]*/gi))].sort();
    expect(shape(clean.html)).toEqual(expect.arrayContaining(shape(html).filter((tag) => tag !== '<img')));
    expect(html.replace(/="[^"]*"/g, '=""')).not.toMatch(/<script|<[^>]*\son\w+=/i);
    for (const [, address] of html.matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^(?:#$|mailto:)/);
    for (const [, address] of html.matchAll(/src="([^"]*)"/g)) expect(address).toBe('#');
    // Staff write lines of their own; everybody else's values stay on the line they are put on.
    if (kind !== 'staff_message' && what === 'headers') expect(text).toMatch(/Hello Bcc: everybody@example\.com/);
    if (what === 'liquid') {
      expect(text.replace(/\s+/g, ' ')).toContain('{{ 1234 | plus: 4321 }}{% if true %}x{% endif %}');
      expect(html).toContain('{{ 1234 | plus: 4321 }}');
      expect(text).not.toContain('5555');
    }
    if (what === 'markdown') {
      expect(html).not.toMatch(/<strong>bold|<h1[^>]*>Head|href="https:\/\/evil/);
      expect(html).toContain('**bold**');
    }
    if (what === 'placeholder') {
      expect(html).toContain('lq0o lq1t %%BODY%% $&amp; $1 $`');
      expect(text).toContain('%%BODY%%');
    }
  });
});

describe('a subject', () => {
  it('is one line of at most 200 characters that ends between two of them', () => {
    const family = '👩‍👩‍👧‍👦';
    const { subject } = compiled({ subject: '{{ session.title }}' }).render({
      ...sample(),
      session: { ...sample().session, title: family.repeat(100) },
    });
    expect(subject.length).toBeLessThanOrEqual(200);
    expect(subject.replaceAll(family, '')).toBe('…');
  });

  it('is not written as HTML', () => {
    const { subject, html } = compiled({ subject: '{{ session.title }} & more' }).render({
      ...sample(),
      session: { ...sample().session, title: 'R&D <x>' },
    });
    expect(subject).toBe('R&D <x> & more');
    expect(html).toContain('<title>R&amp;D &lt;x&gt; &amp; more</title>');
  });
});

describe('an address', () => {
  const withLink = (session: string) => ({ ...sample(), links: { ...sample().links, session } });

  it.each([
    'javascript:alert(1)',
    ' java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '"><script>',
    '',
  ])('leads nowhere when its value is %j', (value) => {
    expect(htmlOf('[x]({{ links.session }})', withLink(value))).toBe('<p><a href="#">x</a></p>');
  });

  it('is no link at all when the template spells a script', () => {
    for (const scheme of ['javascript:alert(1)', 'JaVaScRiPt:x', 'data:text/html,x', '//evil.example', '/relative'])
      expect(htmlOf(`[x](${scheme})`)).not.toContain('<a');
  });

  it('cannot be turned into another by a value inside it', () => {
    const variables = { ...sample(), recipient: { ...sample().recipient, name: 'a&b=c/../"#?x' } };
    expect(htmlOf('[x](https://a.example/?q={{ recipient.name }}&z=1)', variables)).toContain(
      'href="https://a.example/?q=a%26b%3Dc%2F..%2F%22%23%3Fx&amp;z=1"',
    );
    expect(htmlOf('[x](mailto:{{ recipient.email }})')).toContain('href="mailto:ada@example.com"');
  });

  it('may be chosen by a condition', () => {
    const body = '[x]({% if reason %}{{ links.pay }}{% else %}{{ links.session }}{% endif %})';
    expect(htmlOf(body, withLink('javascript:x'))).toContain('href="#"');
    expect(htmlOf(body)).toContain('href="https://webinars.example.com/sessions/cloud-migration"');
    expect(htmlOf('[x]({% if reason %}https://a.example{% else %}https://b.example/{% endif %})')).toContain(
      'href="https://b.example/"',
    );
    expect(htmlOf('[x]({{ links.session }}{% if session.price %}?paid{% endif %})')).toContain('cloud-migration?paid"');
    expect(htmlOf('[x]({% if reason %}https://a.example{% else %}javascript:alert(1){% endif %})')).not.toContain('<a');
  });
});

describe('the frame', () => {
  it('shows the logo with the name as its words, and otherwise fetches nothing', () => {
    const { html } = compiled({}).render(
      sampleVariables('confirmation', 'en', { logoUrl: 'https://a.example/logo.png', name: 'A & B' }),
    );
    expect(html).toContain('<img src="https://a.example/logo.png" alt="A &amp; B"');
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(compiled({}).render(sample()).html).not.toContain('<img');
  });

  it('hides the preheader and takes the brand’s colour, whatever it is', () => {
    const { html } = compiled({ body: '[x](https://a.example "button")' }).render(
      sampleVariables('confirmation', 'en', { colour: '#ffee00' }),
    );
    expect(html).toMatch(/display:none[^>]*>Preheader</);
    expect(html).toContain('background-color:#ffee00');
    expect(html).toMatch(/text-decoration:none;color:#16161d/);
    expect(
      compiled({}).render(sampleVariables('confirmation', 'en', { colour: 'red;}</style><script>' })).html,
    ).not.toContain('red;');
  });
});
