import Sequencer from '@jest/test-sequencer';

/** Suites that start servers and browsers, or walk far, before the many short ones: so no core waits at the end for a last long one. */
const LONG = [
  'test/faults/',
  'test/browser/',
  'test/lifecycle/walk',
  'test/integration/platform/embedded',
  'test/cli/',
  'test/properties/',
];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(part));
      return at === -1 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => rank(a) - rank(b));
  }
}
