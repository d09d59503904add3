/**
 * The annual report on open government information (政府信息公开工作年度报告, REG 49–50): what is counted, in which cell, what has to
 * agree with what, and how it is printed. What a case is and when it ended is the business of lifecycle and casework; what a cell counts,
 * of the configuration.
 *
 * - `AnnualReports`: as the cases stand, and frozen for good.
 * - `ReportEntries`: what people enter, table A and the narrative sections.
 * - `PublishedReports`: reports that were made elsewhere and taken in; `ReportComparisons`: reports side by side.
 * - `ReportPublications`: by when a report has to be public, and its publication.
 * - `fileOf`: a report as a workbook, a page, a table or JSON; `paperOf`: for a press.
 */
export { AnnualReports } from './annual-reports.js';
export { ReportEntries } from './entry/report-entries.js';
export { PublishedReports } from './published/published-reports.js';
export { ReportComparisons } from './published/comparisons.js';
export { owedReports } from './publication/owed-reports.js';
export { ReportPublications, type Shelf } from './publication/report-publications.js';
export { fileOf, PLAIN_FORMS, type PlainForm, type ReportFile } from './print/files.js';
export { paperOf } from './print/paper.js';
