import fs from 'node:fs';

/** A Jest reporter that leaves the sums of a run in a file; a test file that could not even start counts as one failure. */
export default class JestTally {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const tally = { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites };
    fs.writeFileSync(process.env.GONGKAI_TALLY, JSON.stringify(tally));
  }
}
