import type { Language } from './text.js';

const CHINESE = '一二三四五六七八九';
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** The number of a section or line of an official form as a language writes it: `三、` is `III.`, `（三）` is `(3)`, `三` is `3.`. */
export function ordinal(no: string, language: Language): string {
  const place = Array.from(CHINESE).findIndex((figure) => no.includes(figure));
  if (language === 'zh-CN' || place === -1) return no;
  if (no.endsWith('、')) return `${ROMAN[place] ?? ''}.`;
  return no.startsWith('（') ? `(${String(place + 1)})` : `${String(place + 1)}.`;
}
