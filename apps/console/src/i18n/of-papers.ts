import { createInstance } from 'i18next';
import { HOW } from './i18n.js';
import { zh } from './zh/all.js';

/** The language of papers, whatever that of the screen is: what an applicant takes home is Chinese. */
export const ofPapers = createInstance();
void ofPapers.init({ ...HOW, resources: { 'zh-CN': zh }, lng: 'zh-CN', initAsync: false });
