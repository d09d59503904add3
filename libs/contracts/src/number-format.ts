import { z } from 'zod';

/** How numbers (字号) are written where an organ has said nothing else. */
export const USUAL_NUMBER_FORMAT = '{prefix}〔{year}〕{n}号';

const LONGEST_FORMAT = 60;
/** What varies in a number; `{n:4}` is filled up with zeros to four digits. */
const PART = /\{(?:(prefix|year|n)|n:([2-8]))\}/g;
const NEEDED = ['n', 'prefix', 'year'];

const nameOf = (name: string | undefined): string => name ?? 'n';

/** Whether prefix, year and serial stand in a format once each, and nothing else in braces. */
export function isNumberFormat(format: string): boolean {
  const names = [...format.matchAll(PART)].map(([, name]) => nameOf(name)).sort();
  const literal = format.replaceAll(PART, '');
  return (
    names.join() === NEEDED.join() && !/[{}\s\p{C}]/u.test(literal) && format.length <= LONGEST_FORMAT && isClear(format, '')
  );
}

/** Whether year and serial can be read off every number: no other digit runs into them. */
export const isClear = (format: string, prefix: string): boolean =>
  !/\0[\d\0]|\d\0/.test(format.replaceAll(PART, (_, name?: string) => (name === 'prefix' ? prefix : '\0')));

/** A format of numbers, e.g. `{prefix}〔{year}〕{n}号`. */
export const NumberFormat = z.stringFormat('number-format', isNumberFormat);

/** What a number is made of. */
export type NumberParts = { readonly prefix: string; readonly year: number; readonly n: number };

/** A number as it is printed, e.g. 城管依申请〔2026〕21号. */
export const writeNumber = (format: string, { prefix, year, n }: NumberParts): string =>
  format.replaceAll(PART, (_, name?: string, width = '1') => {
    if (name === 'prefix') return prefix;
    return name === 'year' ? String(year) : String(n).padStart(Number(width), '0');
  });

/** What every number in a format looks like, as a regular expression of PostgreSQL and JavaScript alike. */
export function numberPattern(format: string, prefixes: readonly string[]): string {
  const parts = format.split(/(\{[^}]*\})/).map((part) => {
    if (part === '{prefix}') return `(${prefixes.map(quoted).join('|')})`;
    if (part === '{year}') return String.raw`\d{4}`;
    return part.startsWith('{') ? String.raw`\d+` : quoted(part);
  });
  return `^${parts.join('')}$`;
}

const quoted = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
