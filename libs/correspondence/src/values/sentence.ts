/** What somebody typed as a part of a sentence: the sentence has its own stop. */
export const withoutStop = (text: string | undefined): string | undefined => text?.replace(/[。．.；;]+$/u, '');

/** Said one after the other; undefined where there is nothing to say. */
export function joined(parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join('，');
}

/** A text with a number in its `{n}`; undefined without the number. */
export const counted = (text: string, n: number | undefined): string | undefined =>
  n === undefined ? undefined : text.replace('{n}', String(n));
