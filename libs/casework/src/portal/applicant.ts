import type { Role } from '@gongkai/contracts';
import type { Person } from '../person.js';

/** Stands in journals where an applicant acts by the portal: who that is, the application says. */
export const APPLICANT = 'applicant';

/** Whether it is the applicant who acts. */
export const isApplicant = (actor: Person | 'clock'): boolean => actor !== 'clock' && actor.id === APPLICANT;

type Organ = { readonly id: string; readonly code: string };

const applicant = ({ id, code }: Organ, name: string, roles: readonly Role[]): Person => ({
  id: APPLICANT,
  username: APPLICANT,
  name,
  organId: id,
  organCode: code,
  organPath: [],
  roles,
  ogiHead: false,
  titles: [],
  standsFor: [],
  substituteFor: [],
  seesBelow: false,
});

/** An applicant at the door of an organ: logs one application there, as a clerk would, and sees nothing. */
export const applicantAt = (organ: Organ, name: string): Person => applicant(organ, name, ['clerk']);

/** An applicant in the own case: what the portal lets them say there is taken down as an official would take it down. */
export const applicantIn = (organ: Organ): Person => applicant(organ, '', ['clerk', 'caseworker']);
