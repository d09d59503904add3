/**
 * The papers that an office writes (文书): each from one source under `config/notices`, filled from a case and printed as PDF and as DOCX.
 * Which steps make a notice, its number, its days and what the law makes of them is none of its business.
 *
 * - `Papers`: drawn to be looked at, or with the step that sends them.
 * - `SealService`: an electronic seal under what is issued; `P12Seal` seals with a key in a file.
 * - `Wordings`: how an organ words them, version by version, over the files; `sets`: all of them in one file, for another installation.
 * - `RecordNotices`: the answers to requests for the correction of a record, which are no cases.
 * - `Sources`: the words, from the configuration. `Press`: what prints.
 */
export { Papers, type Asking } from './papers.js';
export { noticeFiles } from './content/source.js';
export { RecordNotices } from './records/record-notices.js';
export { Wordings } from './wording/wordings.js';
export { Sources } from './content/sources.js';
export { P12Seal } from './seal/p12-seal.js';
export { NO_SEAL, type SealService } from './seal/seal-service.js';
export { Press, PRESS_PROGRAM } from './print/press.js';
