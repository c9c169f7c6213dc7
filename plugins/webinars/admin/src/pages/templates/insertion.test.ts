import { indexOf, insertAt, ofFilter, ofPartial, ofVariable } from './insertion';

describe('what is put into a template', () => {
  it('is a value, or a loop where the name stands for each entry of a list', () => {
    expect(ofVariable({ name: 'session.title' })).toBe('{{ session.title }}');
    expect(ofVariable({ name: 'speakers[].name' })).toBe(
      '{% for speaker in speakers %}{{ speaker.name }} {% endfor %}',
    );
    expect(ofVariable({ name: 'session.objectives[]' })).toBe(
      '{% for objective in session.objectives %}{{ objective }} {% endfor %}',
    );
    expect(ofVariable({ name: 'session.agenda[].title' })).toBe(
      '{% for item in session.agenda %}{{ item.title }} {% endfor %}',
    );
  });

  it('is a filter as it stands behind a value, or a part', () => {
    expect(ofFilter({ example: "{{ speakers | join_words: 'name' }}" })).toBe(" | join_words: 'name'");
    expect(ofPartial({ name: 'calendar' })).toBe("{% include 'calendar' %}");
  });

  it('stands in the place of the selection, with the cursor behind it', () => {
    expect(insertAt('Hello you!', { start: 6, end: 9 }, '{{ x }}')).toEqual({ text: 'Hello {{ x }}!', cursor: 13 });
  });
});

describe('a place in a text', () => {
  it('is found by line and column, and is the end where the text is shorter', () => {
    expect(indexOf('one\ntwo', 2, 2)).toBe(5);
    expect(indexOf('one', 9, 9)).toBe(3);
  });
});
