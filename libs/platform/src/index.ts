/** What the program needs from its surroundings: files, settings, clock, database. */
export {
  checkConfig,
  readCalendar,
  readConfig,
  readFeeTariffs,
  readGrounds,
  readStatute,
  type ConfigKind,
} from './config-library.js';
