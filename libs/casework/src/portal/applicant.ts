import type { Person } from '../person.js';

/** Stands in journals where an applicant acts by the portal: who that is, the application says. */
export const APPLICANT = 'applicant';

type Organ = { readonly id: string; readonly code: string };

/** An applicant at the door of an organ: logs one application there, as a clerk would, and sees nothing. */
export const applicantAt = ({ id, code }: Organ, name: string): Person => ({
  id: APPLICANT,
  username: APPLICANT,
  name,
  organId: id,
  organCode: code,
  organPath: [],
  roles: ['clerk'],
  ogiHead: false,
  seesBelow: false,
});
