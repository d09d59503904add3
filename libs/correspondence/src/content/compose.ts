import { Refusal, type FieldProblem } from '@gongkai/contracts';
import { caseValues } from '../values/case-values.js';
import { dayText, earlier } from '../values/days.js';
import { listsOf, type Lists } from '../values/lists.js';
import { noticeValues } from '../values/notice-values.js';
import { MARK } from '../print/typography.js';
import { replyValues } from '../values/sign-off.js';
import { IS_ABOUT_NOTICE, noticeOf, type Telling } from '../values/telling.js';
import type { Block, Paper } from './paper.js';
import { filled, placeText, type Values } from './places.js';
import { remediesAgainst, remedyText, type Remedy } from './remedies.js';
import type { Condition, Part, ReplySource, Source } from './source.js';

type Composing = {
  readonly telling: Telling;
  readonly source: Source | ReplySource;
  readonly values: Values;
  readonly lists: Lists;
  /** What was asked for and is not known. */
  readonly lacking: Set<string>;
};

/**
 * The paper that a source makes of a case.
 * @throws Refusal `invalid-request` with everything that it lacks
 */
export function compose(source: Source | ReplySource, telling: Telling, draft: boolean): Paper {
  const lists = listsOf(telling);
  const notice = noticeValues(telling);
  const values = {
    ...caseValues(telling),
    ...notice,
    ...replyValues(telling),
    'notice.number': notice['notice.number'] ?? (draft ? telling.words.unnumbered : undefined),
    'case.papers': String(lists.papers.length),
    'case.inapplicable': lists.inapplicable.length === 0 ? undefined : String(lists.inapplicable.length),
    'case.appearing': lists.appearing.length === 0 ? undefined : String(lists.appearing.length),
  };
  const composing: Composing = { telling, source, values, lists, lacking: new Set() };
  const paper = paperOf(source.form === 'envelope' ? { ...composing, lacking: new Set() } : composing, draft);
  if (composing.lacking.size > 0) throw new Refusal('invalid-request', [...composing.lacking].map(lack));
  return paper;
}

/** That a paper lacks something, by the name of its place. */
export const lack = (name: string): FieldProblem => {
  const { 'zh-CN': zh, en } = placeText(name);
  const where = name.startsWith('organ.') ? FILLED_IN_GUIDE : NOWHERE;
  return { path: `paper.${name}`, code: 'paper-lacks', facts: { zh, en, ...where } };
};

/** What is lacking there is nothing that whoever writes the letter can mend: it says who does, and where. */
const FILLED_IN_GUIDE = {
  zhWhere: '。由系统管理在“机构人员—机构”修改该机关的指南补上；补上之前印不出这份文书',
  enWhere: ': an administrator fills it in under Organs, in the guide of the organ; until then the paper cannot be printed',
} as const;
const NOWHERE = { zhWhere: '', enWhere: '' } as const;

function paperOf(composing: Composing, draft: boolean): Paper {
  const { source, telling, values } = composing;
  const { title, form, page = null, number, addressee, body, attachments, sealed, contact } = source;
  const text = (line: string): string => fill(line, values, composing);
  const optional = (line: string | undefined): string | null => (line === undefined ? null : text(line));
  return {
    form,
    page,
    draft,
    day: dayOf(telling),
    organ: telling.organ.name,
    title: text(title),
    number: optional(number),
    addressee: optional(addressee),
    blocks: blocksIn(body, composing),
    attachments: attachments.flatMap((one) => whole(one, values, composing)),
    sealed: sealed ? { organ: telling.organ.name, day: dayText(dayOf(telling)) ?? '', mark: MARK.seal } : null,
    contact: optional(contact),
  };
}

/** A reply without its decisions is none: an office that has left that part out of its wording signs nothing. */
function blocksIn(body: readonly Part[], composing: Composing): readonly Block[] {
  const isDecided = body.some((part) => typeof part === 'object' && 'decisions' in part && isThere(part, composing.values));
  if ('decisions' in composing.source && !isDecided) composing.lacking.add('item.result');
  return body.flatMap((part) => blocksOf(part, composing));
}

/** The day under the text: that of the notice, or today. */
function dayOf(telling: Telling) {
  const { kind, matter } = telling;
  const notice = noticeOf(telling);
  const isIt = notice !== undefined && !IS_ABOUT_NOTICE.has(kind);
  return isIt ? earlier(notice.madeOn, notice.dispatchedOn) : matter.reckoned.today;
}

function fill(text: string, values: Values, { lacking }: Pick<Composing, 'lacking'>): string {
  return filled(text, (name) => {
    const value = values[name as keyof Values];
    if (value === undefined) lacking.add(name);
    return value ?? '';
  });
}

/** In the cell of a form, and on an envelope, nothing is lacking: what is not known is written in by hand. */
const cellsOf = (cells: readonly string[], values: Values): readonly string[] =>
  cells.map((cell) => fill(cell, values, { lacking: new Set() }));

const isThere = ({ when, unless }: Condition, values: Values): boolean =>
  (when === undefined || values[when as keyof Values] !== undefined) &&
  (unless === undefined || values[unless as keyof Values] === undefined);

type Sentence = string | (Condition & { readonly text: string });

/** A text with its braces filled, or nothing where its condition does not hold. */
function whole(sentence: Sentence, values: Values, composing: Composing): readonly string[] {
  if (typeof sentence === 'string') return [fill(sentence, values, composing)];
  return isThere(sentence, values) ? [fill(sentence.text, values, composing)] : [];
}

/** Where somebody has typed several lines, each is a paragraph. */
export const paragraphs = (texts: readonly string[]): readonly Block[] =>
  texts
    .flatMap((text) => text.split('\n'))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => ({ type: 'paragraph', text }));

function blocksOf(part: Part, composing: Composing): readonly Block[] {
  const { values } = composing;
  if (typeof part === 'string') return paragraphs([fill(part, values, composing)]);
  if (!isThere(part, values)) return [];
  if ('remedies' in part) return remedyBlocks(part, composing);
  if ('decisions' in part) return decisionBlocks(composing);
  if ('each' in part) return listBlocks(part, composing);
  if ('heading' in part) return [{ type: 'heading', text: fill(part.heading, values, composing) }];
  if ('widths' in part) return [formOf(part, values)];
  return paragraphs([fill(part.text, values, composing)]);
}

type FormPart = Exclude<Extract<Part, { widths: unknown }>, ListPart>;

/** Part of a form, where nothing is lacking. */
function formOf(part: FormPart, values: Values): Block {
  if ('rows' in part)
    return tableOf(
      part.rows.map((row) => cellsOf(row, values)),
      part.widths,
      false,
    );
  const [code = '', text = ''] = cellsOf([part.code, part.text], values);
  return { type: 'code', code, text, widths: part.widths };
}

type ListPart = Extract<Part, { each: string }>;

/** A paragraph for each of several, or a row of a table; of none, nothing. */
function listBlocks(part: ListPart, composing: Composing): readonly Block[] {
  const own = composing.lists[part.each].map((one) => ({ ...composing.values, ...one }));
  if ('text' in part) return paragraphs(own.map((one) => fill(part.text, one, composing)));
  return own.length === 0 ? [] : [tableOf([part.head, ...own.map((one) => cellsOf(part.cells, one))], part.widths, true)];
}

const tableOf = (rows: readonly (readonly string[])[], widths: readonly number[], headed: boolean): Block => ({
  type: 'table',
  rows,
  widths,
  headed,
});

/** What is said of each item, by the code of its decision; with a heading each, where there are several. */
function decisionBlocks(composing: Composing): readonly Block[] {
  const { source, values, lists, telling } = composing;
  if (!('decisions' in source)) return [];
  const { items } = telling.matter.reckoned.now.file;
  return items.flatMap(({ decision }, i) => {
    const own = { ...values, ...lists.items[i] };
    if (decision === null) {
      composing.lacking.add('item.result');
      return [];
    }
    const said = source.decisions[decision.code].flatMap((sentence) => whole(sentence, own, composing));
    const head =
      items.length === 1 ? [] : [{ type: 'heading' as const, text: `${own['item.no'] ?? ''}、${own['item.description'] ?? ''}` }];
    return [...head, ...paragraphs(said)];
  });
}

type RemedyPart = Extract<Part, { remedies: string }>;

function remedyBlocks({ remedies, against, paper }: RemedyPart, composing: Composing): readonly Block[] {
  const { telling, values } = composing;
  const { now, law } = telling.matter.reckoned;
  const on = dayOf(telling);
  const ways =
    remedies === 'choice' ? [{ name: 'choice' as const, against }] : remediesAgainst(now.file.items, { against, on, law });
  // By internet, where the reply goes that way and the organ names one (ARL 22).
  const byInternet = ELECTRONIC.has(now.file.delivery) && values['organ.onlineChannel'] !== undefined;
  const said: readonly Remedy[] = [
    ...ways,
    ...(byInternet ? [{ name: 'online' as const, against }] : []),
    { name: 'complaint', against },
  ];
  const texts = said.map((one) => remedyText(one, { law, on, paper }, (place) => fill(`{${place}}`, values, composing)));
  return texts.map((text) => ({ type: 'paragraph', text, about: 'remedies' }));
}

const ELECTRONIC: ReadonlySet<string> = new Set(['email', 'portal']);
