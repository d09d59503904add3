import type { Processors } from '@gongkai/platform';
import type { WorkerTools } from './tools.js';

/** What is done for each job. What changed was told by the bell already: nothing is left to do for it. */
export const processorsWith = (_tools: WorkerTools): Processors => ({
  'case-changed': () => Promise.resolve([]),
  'turn-changed': () => Promise.resolve([]),
});
