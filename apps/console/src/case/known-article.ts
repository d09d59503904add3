import { articleText, type GroundsView } from '@gongkai/contracts';

/** An article that came with a decision or its ground by its code, so that it is told in any language; another as it was written. */
export function knownArticle(written: string, grounds: GroundsView | undefined): string {
  const known = [...Object.values(grounds?.grounds ?? {}), ...Object.values(grounds?.decisions ?? {})];
  return known.find(({ article }) => articleText(article, 'zh-CN') === written)?.article ?? written;
}
