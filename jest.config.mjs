import { availableParallelism } from 'node:os';
import { gatheredLibraries } from './test/support/gathered-libraries.mjs';

const swc = ({ parser, transform = { legacyDecorator: true, decoratorMetadata: true } }) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: true,
    module: { type: 'es6' },
    jsc: { target: 'es2022', parser, transform, keepClassNames: true },
  },
];

/** One runner for unit, property, integration and browser tests; ESM through swc, so types are checked by tsc, not here. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  // Beside what was built: temporary files may lie in memory.
  cacheDirectory: '<rootDir>/.dist/jest',
  globalSetup: '<rootDir>/test/support/jest-setup.mjs',
  globalTeardown: '<rootDir>/test/support/jest-teardown.mjs',
  // Servers are started and stopped, on machines that do other things as well: this ends what hangs, and nothing else.
  testTimeout: 600_000,
  // Much of a test is waiting for a server or a browser: some more at a time than there are cores.
  maxWorkers: availableParallelism() + 2,
  // Modules of a test file are never quite forgotten: a worker that has grown is slow, and is replaced.
  workerIdleMemoryLimit: '800MB',
  testSequencer: '<rootDir>/test/support/longest-first.mjs',
  testRegex: '\\.spec\\.tsx?$',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.ts$': swc({ parser: { syntax: 'typescript', decorators: true } }),
    '^.+\\.tsx$': swc({ parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } }),
  },
  moduleNameMapper: {
    ...gatheredLibraries,
    '^@gongkai/([a-z-]+)$': '<rootDir>/libs/$1/src/index.ts',
    '\\.css$': '<rootDir>/test/support/no-styles.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
};
