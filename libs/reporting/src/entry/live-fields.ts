import type { ReportNumbers } from '@gongkai/statutes';

/** A figure that a text quotes: `{{b.new_received.total}}`. */
const FIELD = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The names of the figures that a text quotes, each once. */
export const fieldsIn = (text: string): string[] => [...new Set([...text.matchAll(FIELD)].map(([, name = '']) => name))];

/** A text with the numbers of the figures that it quotes; what has no number stays as it was written. */
export const withFigures = (text: string, numbers: ReportNumbers): string =>
  text.replaceAll(FIELD, (written, name: string) => (Object.hasOwn(numbers, name) ? String(numbers[name]) : written));

/** Numbers of cases that were typed by hand: `27件`, `2,493件`, not the 18 of an article and no year. */
const TYPED = /(?<![\d.,{])(\d{1,3}(?:[,，]\d{3})+|\d+)\s*(?:件|宗|applications?\b|cases?\b)/g;
/** An input method writes digits as wide as its characters. */
const WIDE = /[０-９]/g;
const WIDER_BY = 0xfee0;

/** The numbers of cases that a text tells without quoting them. */
export const typedIn = (text: string): number[] => [
  ...new Set(
    [...inUsualDigits(text.replaceAll(FIELD, '')).matchAll(TYPED)].map(([, digits = '']) =>
      Number(digits.replaceAll(/[,，]/g, '')),
    ),
  ),
];

const inUsualDigits = (text: string): string =>
  text.replaceAll(WIDE, (digit) => String.fromCharCode(digit.charCodeAt(0) - WIDER_BY));
