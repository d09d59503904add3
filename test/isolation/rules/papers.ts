import { changes, INTAKE, lists, listsTold, OFFICE, oversees, reads, tells, WRITING, type Rules } from './entry.js';

const RECORD_READERS = ['clerk', 'caseworker', 'approver', 'supervisor', 'archivist', 'auditor'] as const;

/** Files and what is made of them, what comes in, records, the archive. */
export const paperRules: Rules = {
  // An assessor hands evidence in (docs/decisions/0084).
  addFile: { ...changes(...WRITING, 'assessor'), of: 'none' },
  getFile: tells(OFFICE),
  listPages: reads(OFFICE),
  // It is asked for again what everybody who sees the file is shown.
  drawPagesAgain: reads(OFFICE),
  getPage: reads(OFFICE),
  // What is read of a scan is proposed to whoever logs it; they read what a supervisor above does not log.
  getReading: changes(...INTAKE),

  // Marked by who handles the case, checked by a second person (REG 37, docs/decisions/0044).
  listRedactions: tells(OFFICE),
  beginRedaction: changes('caseworker'),
  listRedactionsToCheck: lists(OFFICE),
  getRedaction: tells(OFFICE),
  getRedactionPage: reads(OFFICE),
  findRedactionWords: reads(OFFICE),
  markRedaction: changes('caseworker'),
  moveRedaction: changes('caseworker'),

  // Written by a caseworker, passed by a reviewer, published by an approver (REG 44, docs/decisions/0049).
  listOpenPublications: listsTold(OFFICE),
  listPublicationDuties: lists(OFFICE),
  listPublications: tells(OFFICE),
  beginPublication: changes('caseworker'),
  getPublication: tells(OFFICE),
  changePublication: changes('caseworker'),
  movePublication: changes('caseworker'),

  // The inbox is looked after by who logs applications.
  addWorkOrders: { ...changes(...INTAKE), of: 'none' },
  addFax: { ...changes(...INTAKE), of: 'none' },
  listIncoming: listsTold(INTAKE, []),
  addIncoming: { ...changes(...INTAKE), of: 'none' },
  countIncoming: lists(INTAKE, []),
  readIncoming: { ...changes(...INTAKE), tells: true },
  actOnIncoming: changes(...INTAKE),

  // Requests to correct a record tell of a person: who handles them, and who watches over that (REG 41).
  listRecordCorrections: listsTold(RECORD_READERS),
  enterRecordCorrection: { ...changes(...INTAKE), of: 'none' },
  getRecordCorrection: tells(RECORD_READERS),
  draftRecordAnswer: reads(RECORD_READERS),
  bundleRecordCorrection: { ...reads(RECORD_READERS), costly: true },
  stepRecordCorrection: changes('caseworker'),

  // An old register is the administrator's, of the own organ.
  previewRegister: { ...changes('admin'), of: 'none' },
  importRegister: { ...changes('admin'), of: 'none' },
  listRegisterImports: listsTold(['admin'], []),
  getRegisterImport: { ...changes('admin'), tells: true },
  undoRegisterImport: changes('admin'),

  // What leaves for the archive, and what is destroyed (docs/decisions/0052).
  listArchiveYears: lists(['archivist', 'supervisor', 'auditor']),
  exportYear: listsTold(['archivist', 'supervisor', 'auditor']),
  listExpiredCases: lists(['archivist'], []),
  listDisposals: lists(OFFICE),
  drawUpDisposal: { ...changes('archivist'), of: 'none' },
  getDisposal: tells(OFFICE),
  moveDisposal: changes('approver'),

  // Published information is kept by supervisors and administrators (docs/operations.md).
  listDisclosures: listsTold(['supervisor', 'admin']),
  enterDisclosure: { ...changes('supervisor', 'admin'), of: 'none' },
  getCatalogueYear: listsTold(['supervisor', 'admin']),
  stateNothingToPublish: { ...changes('supervisor', 'admin'), of: 'none' },
  takeBackNothingToPublish: { ...changes('supervisor', 'admin'), of: 'none' },
  addDisclosures: oversees('supervisor', 'admin'),
  withdrawDisclosure: oversees('supervisor', 'admin'),
  restoreDisclosure: oversees('supervisor', 'admin'),
  putDisclosureFile: oversees('supervisor', 'admin'),
  dropDisclosureFile: oversees('supervisor', 'admin'),
  // What has a file is public by a second person: of who reviews and approves in that organ (REG 17, docs/decisions/0118).
  listEntryProposals: listsTold(['supervisor', 'admin', 'reviewer', 'approver'], ['supervisor']),
  getEntryProposal: { ...tells(['supervisor', 'admin', 'reviewer', 'approver']), below: ['supervisor'] },
  proposeEntry: { ...changes('supervisor', 'admin'), of: 'none' },
  moveEntryProposal: changes('reviewer', 'approver'),
  listFormedInformation: listsTold(['supervisor', 'admin']),
  enterFormedInformation: { ...changes('supervisor', 'admin'), of: 'none' },
  endFormedInformation: oversees('supervisor', 'admin'),
  reopenFormedInformation: oversees('supervisor', 'admin'),
};
