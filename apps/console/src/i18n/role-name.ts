import { roleTexts, type Language } from '@gongkai/contracts';
import { sentenceCase } from './sentence-case.js';

/** A role as a name by itself: 承办人, Caseworker. Contracts word it for the middle of a sentence. */
export function roleName(role: keyof typeof roleTexts, language: Language): string {
  const text = roleTexts[role][language].replace(/^the /, '');
  return sentenceCase(text);
}
