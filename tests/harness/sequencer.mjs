import Sequencer from '@jest/test-sequencer';

/**
 * Files run in the order of their names, on every machine and in every run: those of a set share one instance, and what one leaves behind for
 * another shows at once, or never. Jest itself goes by how long each took the last time.
 */
export default class ByName extends Sequencer {
  /** @type {Sequencer['sort']} */
  sort(tests) {
    return [...tests].sort((a, b) => a.path.localeCompare(b.path, 'en'));
  }
}
