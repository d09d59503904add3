/**
 * Files of which parts are withheld (REG 37): what is marked on which ground, who has checked it, and the file that is made of what is left.
 * Whether it may be released is the business of the review, and of the case.
 *
 * - `Redactions`: for those who mark and check.
 * - `lookAtRedaction`, `burnRedaction`: what a worker does of it.
 */
export { burnRedaction, lookAtRedaction, type RedactionTools } from './jobs.js';
export { Redactions } from './redactions.js';
