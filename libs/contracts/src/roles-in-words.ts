import { roleTexts } from './step-texts.js';
import type { Language, Text } from './text.js';

const OR: Text = { 'zh-CN': '或', en: ' or ' };
const MANY: Text = { 'zh-CN': '办件的人', en: 'those who work on cases' };

/** Who may, by their roles, separated by commas. */
export function rolesInWords(roles: string, language: Language): string {
  const names = roles.split(',').map((role) => roleTexts[role as keyof typeof roleTexts][language]);
  return names.length > 3 ? MANY[language] : names.join(OR[language]);
}
