import type { Language } from '@gongkai/contracts';

/** The language of an answer: what the reader prefers of the two we have, Chinese where nothing is said. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wishes = (acceptLanguage ?? '').split(',').map(wishOf);
  const best = (tag: string): number => Math.max(0, ...wishes.filter((wish) => wish.tag === tag).map(({ weight }) => weight));
  return best('en') > best('zh') ? 'en' : 'zh-CN';
}

function wishOf(part: string): { tag: string; weight: number } {
  const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
  const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
  const weight = quality === undefined ? 1 : Number(quality);
  return { tag: range.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight };
}
