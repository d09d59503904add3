import type { InEnglish } from '../words.js';
import { apply } from './apply.js';
import { consulted } from './consulted.js';
import { follow } from './follow.js';
import { guides } from './guides.js';
import { home } from './home.js';
import { information } from './information.js';
import { own } from './own.js';
import { records } from './records.js';
import { shell } from './shell.js';

/** The same in English, which also says what it calls a single one: `…_one` beside each `…_other`. */
export const en: InEnglish = {
  ...apply,
  ...consulted,
  ...follow,
  ...guides,
  ...home,
  ...information,
  ...own,
  ...records,
  ...shell,
};
