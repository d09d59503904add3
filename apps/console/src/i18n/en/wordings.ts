import type { InEnglish } from '../same-keys.js';
import type { wordings as zh } from '../zh/wordings.js';

/** Wordings of papers that leave, and that come from elsewhere. */
export const wordings = {
  export: 'Export all wordings',
  import: 'Import wordings',
  'import-what':
    'A file of wordings (YAML) that was exported elsewhere. See first what it changes and lacks; where one part cannot be used nothing is changed.',
  pick: 'Choose a file',
  file: 'File',
  changes: 'Papers that it changes',
  new: 'worded for the first time',
  changed: 'worded differently',
  same: 'as today, not changed',
  grave: 'Some of it cannot be used; mend the file and import it again.',
  take: 'Take it',
  leave: 'Cancel',
} as const satisfies InEnglish<typeof zh>;
