import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is said of a list of what is destroyed. */
export const disposalFieldTexts = {
  'not-expired': {
    'zh-CN': '这一件保管期限未满、已在另一份清册上，或者还有未了的救济、督办或主动公开',
    en: 'Its retention has not ended, another list has it already, or a remedy, an order or a publication is open in it',
  },
  'own-witness': {
    'zh-CN': '监销人不能是销毁人本人，请填写另一人',
    en: 'Who destroys cannot be the witness; name somebody else',
  },
} as const satisfies Partial<Record<FieldCode, Text>>;
