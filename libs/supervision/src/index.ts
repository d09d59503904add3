/**
 * Looking after openness beyond single cases (REG 46-48): the register of trainings held, the assessment of organs by a scheme of the
 * configuration, and what has to be put right after it. What a case is, and an order about one, is the business of casework.
 */
export { Trainings, type TrainingFigure } from './trainings/trainings.js';
export { Assessments, type Where } from './assessments/assessments.js';
export { owedAnswers } from './rectifications/owed-answers.js';
export { Rectifications } from './rectifications/rectifications.js';
export { EvidenceFiles } from './evidence-files.js';
export { schemeFiles } from './scheme/scheme.js';
