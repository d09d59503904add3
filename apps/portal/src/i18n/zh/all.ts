import { apply } from './apply.js';
import { consulted } from './consulted.js';
import { follow } from './follow.js';
import { guides } from './guides.js';
import { home } from './home.js';
import { information } from './information.js';
import { own } from './own.js';
import { records } from './records.js';
import { shell } from './shell.js';

/** All words in Chinese. A hole is written `{{name}}`. */
export const zh = {
  ...apply,
  ...consulted,
  ...follow,
  ...guides,
  ...home,
  ...information,
  ...own,
  ...records,
  ...shell,
} as const;
