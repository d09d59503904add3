import type { Role } from '@gongkai/contracts';

/** A place of the top bar. Its name is the key `section.<name>`, its address `/<name>`. */
export type Section =
  | 'inbox'
  | 'log'
  | 'register'
  | 'receipt'
  | 'records'
  | 'desk'
  | 'pool'
  | 'consultations'
  | 'review'
  | 'reviewed'
  | 'approve'
  | 'approved'
  | 'publications'
  | 'overview'
  | 'trends'
  | 'orders'
  | 'calendar'
  | 'catalogue'
  | 'reports'
  | 'assessments'
  | 'trainings'
  | 'archive'
  | 'archived'
  | 'disposals'
  | 'settings'
  | 'settings/log'
  | 'search'
  | 'journal'
  | 'accesses'
  | 'verify';

/** What each role works with; the first is where it begins. */
export const SECTIONS: Readonly<Record<Role, readonly [Section, ...Section[]]>> = {
  clerk: ['inbox', 'log', 'register', 'receipt', 'records', 'search'],
  caseworker: ['desk', 'pool', 'consultations', 'publications', 'records', 'calendar', 'search'],
  reviewer: ['review', 'reviewed', 'publications', 'search'],
  legal: ['review', 'reviewed', 'search'],
  approver: ['approve', 'approved', 'publications', 'records', 'reports', 'disposals', 'search'],
  supervisor: ['overview', 'trends', 'orders', 'calendar', 'reports', 'assessments', 'catalogue', 'search'],
  archivist: ['archive', 'archived', 'disposals', 'search'],
  admin: ['settings', 'catalogue', 'reports', 'assessments', 'search'],
  assessor: ['assessments', 'trainings'],
  auditor: ['search', 'orders', 'reports', 'assessments', 'journal', 'accesses', 'settings/log', 'verify'],
};

/** Where a role begins. */
export const homeOf = (role: Role): string => `/${SECTIONS[role][0]}`;

/** Whether some role has a section of this name. */
export const isSection = (name: string): name is Section =>
  Object.values(SECTIONS).some((sections: readonly string[]) => sections.includes(name));
