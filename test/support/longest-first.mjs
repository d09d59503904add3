import Sequencer from '@jest/test-sequencer';

/** Suites that start servers and browsers, or walk far, before the many short ones: so no core waits at the end for a last long one. */
const LONG = [
  'test/faults/',
  'test/isolation/matrix',
  'test/isolation/steps',
  'test/browser/',
  'test/lifecycle/walk',
  'test/integration/platform/embedded',
  'test/cli/',
  'test/properties/',
];

const rankOf = (file) => {
  const at = LONG.findIndex((part) => file.includes(part));
  return at === -1 ? LONG.length : at;
};

/** @param file its path, also a part of it */
export const isLong = (file) => rankOf(file) < LONG.length;

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return [...super.sort(tests)].sort((a, b) => rankOf(a.path) - rankOf(b.path));
  }
}
