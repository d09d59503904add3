import { officeOf } from '../../../dist/apps/cli/src/office-of.js';
import { lawShelf } from '../../../dist/libs/casework/src/index.js';
import { CommandPool, ManualClock } from '../../../dist/libs/platform/src/index.js';
import { AnnualReports } from '../../../dist/libs/reporting/src/index.js';
import { SETTINGS, YEAR } from './plan.mjs';

const { configDir } = SETTINGS;

/**
 * The annual report of the year that was played, over an organ and what is below it.
 * @returns its figures that are not 0, a line each, and the identities that have to hold and do not
 */
export async function reportOf(url, organ) {
  const pool = new CommandPool({ url, max: 2 });
  try {
    const clock = new ManualClock(`${YEAR + 1}-01-31`);
    const quotes = () => Promise.resolve([]);
    const reports = new AnnualReports({ pool, clock, laws: lawShelf(configDir), configDir, quotes });
    const { numbers, checks } = await reports.of(await officeOf(pool, organ), YEAR, { scope: 'below' });
    return {
      figures: Object.entries(numbers).flatMap(([cell, number]) => (number ? [`${cell} ${number}`] : [])),
      wrong: checks.filter(({ kind, result }) => kind === 'hard' && result === 'differs').map(({ id }) => id),
    };
  } finally {
    await pool.close();
  }
}
