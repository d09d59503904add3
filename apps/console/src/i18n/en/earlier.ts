import type { InEnglish } from '../same-keys.js';
import type { earlier as zh } from '../zh/earlier.js';

/** What was asked before: by the same applicant, and by others for the same. */
export const earlier = {
  title: 'Earlier and similar requests',
  own: 'Earlier requests of this applicant',
  'own.none': 'This applicant has not asked before.',
  'own.count_one': '{{count}} other request, {{open}} open; {{year}} this year, {{month}} this month ({{items}} items)',
  'own.count_other': '{{count}} other requests, {{open}} open; {{year}} this year, {{month}} this month ({{items}} items)',
  'own.beyond':
    'More than the {{free}} items a month that are free of charge (fee measures, art. 4). Whether number or frequency is clearly excessive is found by a person (Regulations, art. 35)',
  others: 'Others asked for similar information',
  'others.none': 'No similar request was found.',
  public: 'Public already, it may be',
  'public.where': 'Published by {{organ}} on {{day}}: {{title}} (index number {{indexNumber}}). It is found at {{address}}',
  likeness: '{{percent}}% alike',
  open: 'Open',
  'act.merge': 'Merge into it',
  'act.repeated': 'Answer as repeated',
  'act.public': 'Answer as already public',
  'act.suggest': 'Suggest publication',
  'act.excess': 'Find it clearly excessive …',
  'why.excess': 'Found by a person: the numbers are filled in, say why, and ask the applicant for reasons (Regulations, art. 35)',
  'excess.threshold':
    'by the month; {{free}} items a month are free of charge (fee measures, art. 4); the Regulations name no number',
  'why.repeated': 'Same applicant, same information, answered before (Regulations, art. 36(6))',
  'why.suggest': 'Several people asked for the same: publication can be suggested (Regulations, art. 44)',
} as const satisfies InEnglish<typeof zh>;
