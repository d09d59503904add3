import { caseRules } from './cases.js';
import type { Rules } from './entry.js';
import { houseRules } from './house.js';
import { oversightRules } from './oversight.js';
import { paperRules } from './papers.js';

/** Who may what, for every endpoint that asks who is there. */
export const rules: Rules = { ...caseRules, ...paperRules, ...oversightRules, ...houseRules };
