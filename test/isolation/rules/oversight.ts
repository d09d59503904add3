import { alsoBelow, changes, general, lists, listsTold, oversees, reads, tells, type Rules } from './entry.js';

const READERS = ['supervisor', 'admin', 'approver', 'auditor'] as const;
const ASSESSED = [...READERS, 'assessor'] as const;
const LEADERS = ['supervisor', 'admin'] as const;
/** Administrators and assessors are led to the organs below, though they do not see their cases (REG 46, docs/decisions/0084). */
const BELOW = ['supervisor', 'auditor', 'admin', 'assessor'] as const;

/** Assessments, trainings and annual reports: read by who answers for an organ, written by who leads there. */
export const oversightRules: Rules = {
  listAssessments: lists(ASSESSED, BELOW),
  beginAssessment: { ...changes(...LEADERS), of: 'none' },
  getAssessment: alsoBelow(reads(ASSESSED), 'admin', 'assessor'),
  getAssessmentOfOrgan: alsoBelow(reads(ASSESSED), 'admin', 'assessor'),
  enterAssessment: changes(...LEADERS, 'assessor'),
  stepAssessment: changes(...LEADERS),
  listAssessedCases: alsoBelow(reads(ASSESSED), 'admin', 'assessor'),
  getEvidence: alsoBelow(tells(ASSESSED), 'admin', 'assessor'),
  listRectifications: listsTold(ASSESSED, BELOW),
  demandRectification: changes(...LEADERS),
  stepRectification: changes(...LEADERS),
  listTrainings: listsTold(ASSESSED, BELOW),
  addTraining: { ...changes(...LEADERS), of: 'none' },
  correctTraining: changes(...LEADERS),
  removeTraining: changes(...LEADERS),

  // The figures of an organ, and what is written beside them; whoever supervises it takes part (REG 49, docs/decisions/0060).
  getAnnualReport: reads(READERS),
  freezeAnnualReport: oversees(...LEADERS),
  getReportPublication: reads(READERS),
  publishAnnualReport: oversees(...LEADERS),
  getReportEntry: reads(READERS),
  saveReportEntry: oversees(...LEADERS),
  // A remark, as the smallest of its steps: not of who reads only.
  takeReportEntryOn: oversees(...LEADERS, 'approver'),
  listReportedCases: reads(READERS),
  listWaitingReportEntries: reads(READERS),
  // Who heads or administers an organ reads the numbers of a report with everything below, and not the cases (docs/decisions/0067).
  listPublishedReports: listsTold(READERS, READERS),
  takePublishedReport: { ...changes(...LEADERS), of: 'none' },
  getReportTemplate: general(READERS),
  getPublishedReport: alsoBelow(tells(READERS), 'admin', 'approver'),
  endPublishedReport: alsoBelow(oversees(...LEADERS), 'admin'),
  compareReports: reads(READERS),

  // Whole journals are hashed again by who answers for them.
  verifyJournals: lists(['auditor', 'supervisor', 'admin']),
  listAccesses: lists(['auditor']),
  verifyRoots: lists(['auditor', 'supervisor', 'admin']),
  listRoots: reads(['auditor', 'supervisor', 'admin']),
  exportAudit: reads(['auditor']),
};
