import { createMemory } from './memory';

describe('the memory of a version', () => {
  it('makes a value once for all who ask at the same moment', async () => {
    const memory = createMemory<number>(10);
    let made = 0;
    const make = async () => (made += 1);
    expect(await Promise.all([memory.recall('1', 'a', make), memory.recall('1', 'a', make)])).toEqual([1, 1]);
    expect(made).toBe(1);
  });

  it('makes a value anew for another version', async () => {
    const memory = createMemory<string>(10);
    await memory.recall('1', 'a', async () => 'old');
    expect(await memory.recall('2', 'a', async () => 'new')).toBe('new');
    expect(await memory.glance('a')).toBe('new');
  });

  it('tries again after a failure', async () => {
    const memory = createMemory<string>(10);
    await expect(memory.recall('1', 'a', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    expect(await memory.recall('1', 'a', async () => 'up')).toBe('up');
  });

  it('drops what was asked for longest ago', async () => {
    const memory = createMemory<string>(2);
    const value = async () => 'x';
    await memory.recall('1', 'a', value);
    await memory.recall('1', 'b', value);
    await memory.recall('1', 'a', value);
    await memory.recall('1', 'c', value);
    expect([memory.glance('a'), memory.glance('b'), memory.glance('c')].map(Boolean)).toEqual([true, false, true]);
  });
});
