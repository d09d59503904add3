import type { InEnglish } from '../same-keys.js';
import type { desk as zh } from '../zh/desk.js';

/** The desk of a caseworker, and what waits to be taken. */
export const desk = {
  desk: 'My desk',
  'desk.empty': 'Nothing in hand. Take a case, or wait until one is assigned.',
  pool: 'Pool',
  'pool.empty': 'Nothing waits to be taken. Registered cases without a caseworker are listed here.',
  consultations: 'Consultations',
  'consultations.empty':
    'No answer is awaited. From the dispatch of a consultation letter until its answer a case is listed here.',
  'view.all': 'All',
  'view.mine': 'My turn',
  'view.others': 'Others',
  'view.my-cases': 'My cases',
  'take-next': 'Take next',
  'sentence.away': 'You are away today; {{name}} acts for you',
  'sentence.away-alone': 'You are away today, and nobody acts for you',
  'sentence.open_one': '{{count}} open case',
  'sentence.open_other': '{{count}} open cases',
  'sentence.instead_one': '{{count}} of them for {{name}}, who is away',
  'sentence.instead_other': '{{count}} of them for {{name}}, who is away',
  'sentence.late_one': '{{count}} late',
  'sentence.late_other': '{{count}} late',
  'sentence.today_one': '{{count}} due today',
  'sentence.today_other': '{{count}} due today',
  'sentence.soon_one': '{{count}} due next working day',
  'sentence.soon_other': '{{count}} due next working day',
  'sentence.answers_one': '{{count}} challenge to answer',
  'sentence.answers_other': '{{count}} challenges to answer',
  'sentence.and': '; ',
  changes: 'New',
  'changes.none': 'Nothing new.',
  ahead: 'Next ten working days',
  'ahead.today': 'today',
  'ahead.due_one': '{{day}}: {{count}} case due',
  'ahead.due_other': '{{day}}: {{count}} cases due',
} as const satisfies InEnglish<typeof zh>;
