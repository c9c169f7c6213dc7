import { splitName } from './names';

const names: [string, string, string][] = [
  ['Ada Lovelace', 'Ada', 'Lovelace'],
  ['Lovelace, Ada', 'Ada', 'Lovelace'],
  ['Ludwig van Beethoven', 'Ludwig', 'van Beethoven'],
  ['Ursula von der Leyen', 'Ursula', 'von der Leyen'],
  ['Anna Maria Schmidt', 'Anna Maria', 'Schmidt'],
  ['  Grace   Hopper ', 'Grace', 'Hopper'],
  ['Von Neumann', 'Von', 'Neumann'],
  ['Plato', 'Plato', ''],
  ['', '', ''],
];

describe('a whole name', () => {
  it.each(names)('%s is %s and %s', (whole, firstName, lastName) => {
    expect(splitName(whole)).toEqual({ firstName, lastName });
  });
});
