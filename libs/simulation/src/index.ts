/**
 * Made-up work for a real office: a year of an organ, or the demonstration, thought out beforehand and then played at the desk by
 * the people of the organ, day by day. Knows nothing that a person at a screen could not do; nothing of the program needs it.
 */
export { planYear, type Plan, type PlanParts } from './plan.js';
export { parseMix, readMix, type Mix } from './mix.js';
export { readWords } from './words.js';
export { lastDayOf } from './agenda.js';
export { play, type Played, type PlayOptions, type Stage } from './play.js';
export { onStage, type StageParts } from './stage.js';
export { simulationFiles } from './files.js';
export { planFigures, playedFigures, type Counts, type Figures } from './figures.js';
export { DEMO_PASSWORD, loadDemoOrgans, organsIn, type OrgansThere } from './demo-organs.js';
export { hasCompany, RealData, refuseCompany, refuseOthersWork, refuseRealData } from './fence.js';
export { afresh, type Renewal } from './afresh.js';
export { completeDemonstration, fillDemonstration } from './demonstration.js';
