import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import type { Wording } from './ledger-rows.js';

/** The words of the clock in the reader's language, on the office's today. */
export const useWording = (): Wording => ({ t: useWords('clock'), language: useLanguage(), days: useDays() });
