/**
 * The doors of the office that no person stands at: what comes through them lies in the inbox of arrivals.
 *
 * - `MailLine`: the mailbox, by IMAP.
 * - `FaxDoor`: what a fax gateway hands in by HTTP; `receiveFax`: a fax by whatever line.
 * - `organOfLine`: whose line it is.
 * - `WorkOrders`: tables of the hotline.
 * - `Readings`: what scans seem to say, for whoever logs them.
 * - `OldRegister`: the register that an office kept before.
 */
export { MailLine, type MailLineParts } from './mail/mail-line.js';
export { FaxDoor } from './fax/fax-door.js';
export { receiveFax } from './fax/receive-fax.js';
export { organOfLine, type LineOwner } from './organ-of-line.js';
export { WorkOrders, type WorkOrderTable } from './hotline/work-orders.js';
export type { RegisterTable } from './register/look.js';
export { OldRegister, type Imported } from './register/old-register.js';
export { findFields } from './reading/find-fields.js';
export { PAGE_READINGS, readNextPage } from './reading/read-next-page.js';
export { Readings } from './reading/readings.js';
export { askForIncoming } from './reading/reading-statements.js';
export { importRows } from './register/import-rows.js';
export { RegisterImports } from './register/register-imports.js';
export type { Office } from './register/imports.js';
