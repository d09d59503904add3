import type { InEnglish } from '../same-keys.js';
import type { parts as zh } from '../zh/parts.js';

/** What several screens are made of. */
export const parts = {
  'date.example': 'e.g. 8, 5-8, y',
  'date.unread': 'This is no day; write 8, 5-8, 0508, t (today), y (yesterday) or 2026-05-08',
  'date.far': 'Not this year: {{day}}',
  'date.pick': 'Pick a day',
  'date.near.0': 'today',
  'date.near.-1': 'yesterday',
  'date.near.-2': 'two days ago',
  'date.near.1': 'tomorrow',
  'print.foot': 'Printed by {{name}}, {{time}}. Page {{page}} of {{pages}}',
  scan: 'Papers',
  'scan.place': '{{place}} of {{total}}',
  'scan.rotate': 'Rotate',
  'scan.smaller': 'Smaller',
  'scan.larger': 'Larger',
  'scan.empty': 'Nothing attached. Drop scans or photos here, or add files, and type beside them. Originals are not changed.',
  'scan.show': 'Show {{name}}',
  'scan.remove': 'Take {{name}} off',
  'scan.not-shown': '{{name}} cannot be shown here.',
  'scan.download': 'Download',
  'scan.next': 'Next paper',
  'scan.previous': 'Previous paper',
  'scan.upright': 'As it was',
  'no-classified': 'No classified material may enter this system: refer to state secrets, never store them here.',
} as const satisfies InEnglish<typeof zh>;
