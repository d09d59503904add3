import type { LocalDate } from '@gongkai/calendar';
import { isKeepable, type FieldProblem, type Language } from '@gongkai/contracts';
import { cellsOf, dayIn, type Columns, type Headings, type TableRow } from '@gongkai/platform';
import { OTHER_KIND, type Kinds } from '../kinds.js';
import { ATTRIBUTE_HEADINGS, attributeProblems, type AttributeColumn } from './attribute-in-table.js';

type EntryColumn = 'indexNumber' | 'title' | 'summary' | 'kind' | 'madeOn' | 'publishedOn' | 'url' | AttributeColumn;

/** How catalogues head these columns. */
export const ENTRY_HEADINGS: Headings<EntryColumn> = {
  indexNumber: ['索引号', '信息索引号', '索引编号', 'index number'],
  title: ['名称', '信息名称', '标题', '题名', 'title', 'name'],
  summary: ['内容概述', '信息概要', '摘要', '简介', 'summary'],
  kind: ['类别', '信息类别', '主题分类', '分类', '主题', 'kind', 'category'],
  madeOn: ['生成日期', '成文日期', '制作日期', 'made on'],
  publishedOn: ['公开日期', '发布日期', '发布时间', '公开时间', 'published on'],
  url: ['网址', '公开地址', '链接', '地址', '来源网址', 'url', 'address', 'link'],
  ...ATTRIBUTE_HEADINGS,
};
export const REQUIRED_COLUMNS: readonly EntryColumn[] = ['indexNumber', 'title', 'publishedOn', 'url'];

/** Signs that a column may have. */
const LONGEST: Readonly<Partial<Record<EntryColumn, number>>> = { indexNumber: 100, title: 500, summary: 4000, url: 2000 };

/** An entry as a table tells it. */
export type NewEntry = {
  readonly indexNumber: string;
  readonly title: string;
  readonly summary: string;
  readonly kind: string;
  readonly madeOn: LocalDate | null;
  readonly publishedOn: LocalDate;
  readonly url: string;
};
export type EntryProblem = FieldProblem & { readonly path: EntryColumn };
/** A row with what could be read of it; no entry where something is wrong. */
export type ReadEntry = {
  readonly row: number;
  readonly indexNumber: string;
  readonly title: string;
  readonly entry: NewEntry | null;
  readonly problems: readonly EntryProblem[];
};

type Reading = { readonly columns: Columns<EntryColumn>; readonly kinds: Kinds; readonly today: LocalDate };
type Cells = Partial<Record<EntryColumn, string>>;

const EMPTY = { indexNumber: '', title: '', summary: '', url: '' };

/** Reads one entry. */
export function readEntry(row: TableRow, { columns, kinds, today }: Reading): ReadEntry {
  const cells = cellsOf(row, columns);
  const { indexNumber, title, summary, url } = { ...EMPTY, ...cells };
  const [madeOn, publishedOn] = [dayOf(cells.madeOn), dayOf(cells.publishedOn)];
  const kind = cells.kind === undefined ? OTHER_KIND : kinds.codeOf(cells.kind);
  const problems: EntryProblem[] = [
    ...missing(cells),
    ...tooLong(cells),
    ...unkeepable(cells),
    ...(cells.url === undefined || isAddress(url) ? [] : [NO_ADDRESS]),
    ...(kind === null ? [unknownKind(kinds)] : []),
    ...dayProblems(cells, { madeOn, publishedOn, today }),
    ...attributeProblems(cells, columns.has('attribute')),
  ];
  const isRight = problems.length === 0 && kind !== null && publishedOn !== null;
  const entry = isRight ? { indexNumber, title, summary, kind, madeOn, publishedOn, url } : null;
  return { row: row.row, indexNumber, title, entry, problems };
}

const NO_ADDRESS: EntryProblem = { path: 'url', code: 'wrong-format', facts: { expected: 'url' } };

const missing = (cells: Cells): EntryProblem[] =>
  REQUIRED_COLUMNS.flatMap((path) => (cells[path] === undefined ? [{ path, code: 'required' }] : []));

const tooLong = (cells: Cells): EntryProblem[] =>
  (Object.entries(LONGEST) as [EntryColumn, number][]).flatMap(([path, maximum]) =>
    (cells[path] ?? '').length > maximum ? [{ path, code: 'too-long', facts: { maximum } }] : [],
  );

const unkeepable = (cells: Cells): EntryProblem[] =>
  (Object.entries(cells) as [EntryColumn, string][]).flatMap(([path, text]) =>
    isKeepable(text) ? [] : [{ path, code: 'invalid-value' }],
  );

/** A table names a kind by what people call it. */
const namesOf = (kinds: Kinds, language: Language): readonly string[] => kinds.all().map(({ name }) => name[language]);

const unknownKind = (kinds: Kinds): EntryProblem => ({
  path: 'kind',
  code: 'unknown-option',
  facts: {
    options: '',
    zh: namesOf(kinds, 'zh-CN').join('、'),
    en: namesOf(kinds, 'en').join(', '),
  },
});

const dayOf = (text: string | undefined): LocalDate | null => (text === undefined ? null : (dayIn(text)?.day ?? null));

type Days = { readonly madeOn: LocalDate | null; readonly publishedOn: LocalDate | null; readonly today: LocalDate };

function dayProblems(cells: Cells, { madeOn, publishedOn, today }: Days): EntryProblem[] {
  const read = { madeOn, publishedOn };
  const unread = (['madeOn', 'publishedOn'] as const).flatMap((path): EntryProblem[] => {
    if (cells[path] !== undefined && read[path] === null) return [{ path, code: 'invalid-date' }];
    return (read[path] ?? today) > today ? [{ path, code: 'future-date' }] : [];
  });
  const isBackward = madeOn !== null && publishedOn !== null && madeOn > publishedOn;
  return isBackward ? [...unread, { path: 'madeOn', code: 'after-later-fact', facts: { later: publishedOn } }] : unread;
}

/** Only what a browser opens: an address that runs something is none. */
function isAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:');
}
