import type { CommandTimer } from '../metrics/metrics.js';
import type { Log } from './log.js';

/** Counts commands as before, and says of each what became of it. */
export const loggedCommands =
  (timed: CommandTimer, log: Log): CommandTimer =>
  () => {
    const count = timed();
    return (counted) => {
      count(counted);
      log.info(counted, 'command');
    };
  };
