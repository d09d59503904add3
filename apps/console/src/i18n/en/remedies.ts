import type { InEnglish } from '../same-keys.js';
import type { remedies as zh } from '../zh/remedies.js';

/** Complaints, reconsiderations and suits of a case. */
export const remedies: InEnglish<typeof zh> = {
  title: 'Remedies',
  applicant: 'Periods of the applicant',
  bundle: 'Evidence bundle (PDF)',
  'bundle.what': 'Everything in one PDF with catalogue and page numbers, for the reconsideration organ or the court',
  provisional: ' (provisional)',
  'column.kind': 'Remedy',
  'column.due': 'What is due, and why',
  'column.course': 'What took place',
  'column.result': 'Result',
  'kind.complaint': 'Complaint',
  'kind.reconsideration': 'Reconsideration',
  'kind.litigation': 'Suit',
  'track.summary': 'summary procedure',
  'track.ordinary': 'ordinary procedure',
  'did.accepted': 'accepted {{day}}',
  'did.opened': 'reached us {{day}}',
  'did.answered': 'our answer {{day}}',
  'did.prolonged': 'period prolonged {{day}}',
  'did.hearing': 'hearing {{day}} {{place}}',
  'did.representatives': 'for us: {{names}}',
  'did.judgment': 'judgment of the first instance {{day}}, not final',
  'did.ruling': 'ruling of the first instance {{day}}, not final',
  'did.appealed.organ': 'we appealed {{day}}',
  'did.appealed.other_party': 'the other party appealed {{day}}',
  open: 'pending',
  'not-final': 'first instance, not final',
  answered: 'answered',
};
