/**
 * What becomes of a case once it is done (归档): what is taken out of the system to be kept or shown elsewhere. What is filed when, and for
 * how long, is the business of the lifecycle.
 *
 * - `Exports`: a case, or a year of an organ, as a bag (BagIt, RFC 8493).
 * - `Bundles`: a case as one PDF, for a court.
 * - `FilingChecks`: what of a case is missing before it is filed; what is taken out says it too.
 * - `Disposals`: what has been kept long enough is appraised, and destroyed before a witness; the list of it stays.
 * - `folderTarget`, `zipTarget`: where a bag can be put.
 */
export { Bundles } from './bundle/bundles.js';
export { FilingChecks } from './completeness/filing-checks.js';
export { Disposals } from './disposal/disposals.js';
export { Exports, type ExportReport } from './exports.js';
export { folderTarget } from './bag/folder-target.js';
export type { Target } from './bag/target.js';
export { zipTarget } from './bag/zip-target.js';
