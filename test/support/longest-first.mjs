import Sequencer from '@jest/test-sequencer';

/** Test files that last for minutes, or start servers of their own to let them die: each is a suite by itself. */
const ALONE = [
  'test/faults/',
  'test/isolation/matrix',
  'test/isolation/steps',
  'test/lifecycle/walk',
  'test/integration/platform/embedded',
  ...['start', 'bundle'].map((name) => `test/cli/${name}.`),
];
/** In this order, then all others: so no core waits at the end for a last long one. */
const FIRST = ['test/browser', ...ALONE, 'test/cli', 'test/integration', 'test/properties'];

const rankOf = (file) => {
  const at = FIRST.findIndex((part) => file.includes(part));
  return at === -1 ? FIRST.length : at;
};

/** @param file its path, also a part of it */
export const isAlone = (file) => ALONE.some((part) => file.includes(part));

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}
