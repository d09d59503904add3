import {
  changes,
  general,
  INTAKE,
  lists,
  listsTold,
  OFFICE,
  oversees,
  personal,
  reads,
  tells,
  WRITING,
  type Rules,
} from './entry.js';

/** Cases: seen by the whole organ and from above; handled by the roles of each step, which `steps.ts` lists. */
export const caseRules: Rules = {
  openCase: changes(...INTAKE),
  listCases: listsTold(OFFICE),
  countCases: lists(OFFICE),
  getCase: tells(OFFICE),
  listMergeable: reads(OFFICE),
  listAgents: reads(OFFICE),
  listPeopleOfCase: tells(OFFICE),
  listRelated: reads(OFFICE),
  listAnswersByLink: reads(OFFICE),
  // A note: whoever has a role in a case, and who supervises it.
  takeStep: oversees(...WRITING),
  // Whoever has the code acts as the applicant (docs/decisions/0031): those who take down what applicants say.
  getReceipt: changes(...INTAKE),
  getLedger: reads(OFFICE),
  getJournal: tells(OFFICE),
  getDocuments: tells(OFFICE),
  getReminders: reads(OFFICE),
  drawPaper: oversees(...WRITING),
  // The step that it goes out with: a correction notice.
  draftPaper: changes('caseworker'),
  checkCompleteness: reads(OFFICE),
  // "Who may see a case may export it" (docs/decisions/0042).
  exportCase: tells(OFFICE),
  bundleCase: { ...reads(OFFICE), costly: true },
  listEarlierRequests: reads(OFFICE),
  findEarlierRequests: lists(OFFICE),
  // Who looked is told to those who may look, and to those who watch over them (docs/decisions/0033).
  listLooks: reads(OFFICE),
  lookAtIdNumber: changes('clerk', 'caseworker', 'legal', 'approver'),
  listWatchers: reads(OFFICE),
  // Following a case changes nothing in it: everybody who sees it.
  watchCase: reads(OFFICE),
  unwatchCase: reads(OFFICE),
  // An organ below helps as a unit, and the case is assigned by who handles it (docs/decisions/0075).
  listHelpers: { ...reads(OFFICE), namesBelow: true },
  mailAnswerLink: changes('caseworker'),
  listLetterMails: reads(OFFICE),
  sendLetterMail: changes('caseworker'),
  listHelpAsked: lists(OFFICE, []),
  answerHelpAsked: personal('archivist'),
  listArrivals: lists(OFFICE, []),
  outlookOf: general(OFFICE),
  deadlinesOf: general(OFFICE),
  getDashboard: lists(OFFICE),
  getDueDays: lists(OFFICE),
  getTrends: lists(OFFICE),
  getForecast: lists(OFFICE),
  listSupervisionOrders: lists(OFFICE),
  watch: general(OFFICE),
};
