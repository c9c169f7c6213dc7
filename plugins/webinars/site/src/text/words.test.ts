import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import de from './de.json';
import en from './en.json';
import { WORDS } from './words';

const namesIn = (elements: MessageFormatElement[]): string[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
    }
    return [element.value];
  });

const argumentsOf = (text: string): string[] => [...new Set(namesIn(parse(text)))].sort();

describe('the texts of the pages', () => {
  it('are the same ones in both languages', () => {
    expect(Object.keys(de)).toEqual(Object.keys(en));
  });

  it.each(Object.keys(en) as (keyof typeof en)[])('ask for the same values in both languages: %s', (key) => {
    expect(argumentsOf(de[key])).toEqual(argumentsOf(en[key]));
    expect(en[key].trim()).not.toBe('');
    expect(de[key].trim()).not.toBe('');
  });

  it('count as their language does', () => {
    expect(WORDS.en('faults.title', { count: 1 })).toMatch(/^One field needs/);
    expect(WORDS.de('faults.title', { count: 2 })).toMatch(/^2 Felder brauchen/);
  });
});
