/** The same person was told of the same deadline, as a row called `later`: on a later day, or once more. Of a row called `told`. */
export const TOLD_LATER = `
  SELECT FROM notification AS later
   WHERE (later.case_id = told.case_id OR later.organ_id = told.organ_id)
     AND (later.subject, later.due, later.person_id) = (told.subject, told.due, told.person_id)
     AND (later.ring_on, later.attempt) > (told.ring_on, told.attempt)`;

/** A later ring has reached the person: it stands in the place of this one. `$2` is the moment. */
const SUPERSEDED = `told.kind = 'reminder' AND EXISTS (${TOLD_LATER} AND later.not_before <= $2)`;

/** It is neither read nor settled, and nothing has taken its place: of a row called `told`, at the moment `$2`. */
export const STANDS = `(told.acknowledged_at IS NULL AND NOT (${SUPERSEDED}))`;

/** Nobody has put it off beyond the moment. @param now the place of the moment, e.g. `$2` */
export const isBack = (now: string): string => `(put_off_until IS NULL OR put_off_until <= ${now})`;
