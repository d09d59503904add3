import { roleTexts, type Language, type Role } from '@gongkai/contracts';

/** A role as a name by itself: 承办人, Caseworker. Contracts word it for the middle of a sentence. */
export function roleName(role: Role, language: Language): string {
  const text = roleTexts[role][language].replace(/^the /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
