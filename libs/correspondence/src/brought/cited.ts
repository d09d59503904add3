import { figured } from './squeezed.js';

/** A provision that a text cites: of which instrument, and its article, paragraph and item in figures. */
export type Cited = { readonly of: string; readonly article: string; readonly paragraph: string; readonly item: string };

/** What instrument stands before, where it is named there; else it is that of the one cited before. */
const CITATION =
  /(?:《([^《》]+)》|(\p{Script=Han}{0,20}(?:条例|法|办法|规定|细则)))?第(\d+)条(?:第?(\d+)款)?(?:第?(\d+)项)?((?:[、,和及与至]第?\d+项)*)/gu;
/** The Regulations, by whatever name. */
const REGULATIONS = '政府信息公开条例';

/** Every provision that a text cites, in its order. */
export function citedIn(text: string): readonly Cited[] {
  let last = REGULATIONS;
  return [...figured(text).matchAll(CITATION)].flatMap(
    ([, titled, named, article = '', paragraph = '', item = '', more = '']) => {
      last = instrument(titled ?? named, last);
      const items = [item, ...(more.match(/\d+/gu) ?? [])];
      return items.map((one) => ({ of: last, article, paragraph, item: one }));
    },
  );
}

function instrument(name: string | undefined, last: string): string {
  if (name === undefined) return last;
  return /(?:^|本|照|据|政府信息公开)条例$/u.test(name) ? REGULATIONS : name.replace(/^.*(?:中华人民共和国|依照|根据|按照)/u, '');
}

const ofRegulations = ({ of }: Cited): boolean => of === REGULATIONS;

/** Whether what is asked for is cited: the same article, and its paragraph and item where they are asked for. */
export const isCited = (asked: Cited, cited: readonly Cited[]): boolean =>
  cited.some(
    (one) =>
      ofRegulations(one) === ofRegulations(asked) &&
      one.article === asked.article &&
      (asked.paragraph === '' || one.paragraph === asked.paragraph) &&
      (asked.item === '' || one.item === asked.item),
  );

/** As it is written: 第36条第7项. */
export const citedText = ({ of, article, paragraph, item }: Cited): string =>
  `《${of}》第${article}条${paragraph === '' ? '' : `第${paragraph}款`}${item === '' ? '' : `第${item}项`}`;
