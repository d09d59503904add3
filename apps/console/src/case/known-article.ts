import { articleText, type GroundsView } from '@gongkai/contracts';

type Grounds = GroundsView | undefined;

/** Decisions that give a part: what allows the giving stands beside the ground of the rest. */
const GIVES_A_PART: ReadonlySet<string> = new Set(['partly_granted']);

/** What a decision rests on by its ground, where it has one, else by its code; undefined where neither is known. */
export function articleOfDecision(code: string, ground: string | undefined, grounds: Grounds): string | undefined {
  const ofCode = articleIn(grounds?.decisions, code);
  const ofGround = articleIn(grounds?.grounds, ground);
  const both = [ofCode, ofGround].filter((article) => article !== undefined);
  return GIVES_A_PART.has(code) && both.length > 0 ? both.join('; ') : (ofGround ?? ofCode);
}

/** An article that came with a decision or its ground by its code, so that it is told in any language; another as it was written. */
export function knownArticle(written: string, grounds: Grounds): string {
  const [decisions, reasons] = [Object.keys(grounds?.decisions ?? {}), Object.keys(grounds?.grounds ?? {})];
  const known = decisions.flatMap((code) => [undefined, ...reasons].map((ground) => articleOfDecision(code, ground, grounds)));
  return known.find((article) => article !== undefined && articleText(article, 'zh-CN') === written) ?? written;
}

type Named = Readonly<Record<string, { readonly article: string }>>;
const articleIn = (among: Named | undefined, key: string | undefined): string | undefined =>
  key === undefined ? undefined : among?.[key]?.article;
