import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is said of a list of what is destroyed. */
export const disposalFieldTexts = {
  'not-expired': {
    'zh-CN': '这一件保管期限未满，或已在另一份清册上',
    en: 'Its retention has not ended, or another list has it already',
  },
  'own-witness': {
    'zh-CN': '监销人不能是销毁人本人，请填写另一人',
    en: 'Who destroys cannot be the witness; name somebody else',
  },
} as const satisfies Partial<Record<FieldCode, Text>>;
