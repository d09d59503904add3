import type { FieldCode } from './field-codes.js';
import type { Text } from './text.js';

/** What is said of what was typed behind the name of the program. */
export const commandLineTexts = {
  'missing-command': { 'zh-CN': '没有写命令，--help 列出全部命令', en: 'No command given; --help lists them' },
  'unknown-command': { 'zh-CN': '没有“{name}”这个命令，--help 列出全部命令', en: 'No command "{name}"; --help lists them' },
  'unknown-cli-option': { 'zh-CN': '没有“{name}”这个选项，--help 列出全部选项', en: 'No option "{name}"; --help lists them' },
  'missing-argument': { 'zh-CN': '缺少参数“{name}”', en: 'The argument "{name}" is missing' },
  'too-many-arguments': { 'zh-CN': '参数过多，删去多余的', en: 'Too many arguments; remove the surplus ones' },
  'missing-option-value': { 'zh-CN': '选项“{name}”没有写值', en: 'The option "{name}" needs a value' },
  'missing-option': { 'zh-CN': '缺少选项“{name}”', en: 'The option "{name}" is missing' },
} as const satisfies Partial<Record<FieldCode, Text>>;
