/** What was found once, by the name of the target: played each time before anything new is tried. */
export const KEPT = {};
