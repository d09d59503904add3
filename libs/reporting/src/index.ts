/**
 * The annual report on open government information (政府信息公开工作年度报告, REG 49–50): what is counted, in which cell, what has to
 * agree with what, and how it is printed. What a case is and when it ended is the business of lifecycle and casework; what a cell counts,
 * of the configuration.
 */
export { AnnualReports } from './annual-reports.js';
