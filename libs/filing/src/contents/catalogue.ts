import { attributeTexts, PublicAttribute, type DocumentsView, type JournalEntryView } from '@gongkai/contracts';
import { isInternalMaterial } from '@gongkai/lifecycle';
import type { Inapplicable } from './inapplicable.js';
import { safeName } from '../bag/names.js';

/** A document of a case as it lies in an export (卷内目录). */
export type Listed = {
  /** Its place in the folder, from 1. */
  readonly no: number;
  /** The day of the entry that brought it. */
  readonly on: string;
  readonly name: string;
  /** Of the notice that went out with it, or of which it is the stamped copy. */
  readonly number: string;
  /** Of a reply: to whom it may be given, as its signature fixed it, in both languages; else empty. */
  readonly attribute: string;
  /** Put to a note by the office: no part of what came in or went out. */
  readonly isInternal: boolean;
  /** Below the folder of the case. */
  readonly path: string;
  readonly mime: string;
  /** In bytes. */
  readonly size: number;
  /** Hex, of the content; the id of the file. */
  readonly sha256: string;
  readonly entry: number;
};

type FileItem = Extract<DocumentsView['items'][number], { type: 'file' }>;
type Entries = readonly Pick<JournalEntryView, 'seq' | 'on' | 'fact'>[];

/** The documents in the order in which they came in or went out, each under a name that a person reads and every system can keep. */
export function catalogueOf({ items }: Pick<DocumentsView, 'items'>, journal: Entries): readonly Listed[] {
  const files = items.filter((item): item is FileItem => item.type === 'file');
  const stamped = new Map(
    items.flatMap((item) => (item.type === 'notice' ? item.stamped.map((id) => [id, item.number ?? ''] as const) : [])),
  );
  return files.map(({ id, name, mime, size, entry }, i) => {
    const brought = journal.find(({ seq }) => seq === entry);
    const no = i + 1;
    return {
      ...{ no, on: brought?.on ?? '', name, number: stamped.get(id) ?? numberOf(brought?.fact) },
      attribute: attributeOf(brought?.fact),
      isInternal: isInternal(brought?.fact),
      ...{ path: `documents/${String(no).padStart(3, '0')}-${safeName(name)}`, mime, size, sha256: id, entry },
    };
  });
}

const isInternal = ({ type, cameIn }: Readonly<Record<string, unknown>> = {}): boolean =>
  typeof type === 'string' && isInternalMaterial({ type, cameIn });

/** What a list of papers says of it, in both languages; else empty. */
export const remarkOf = (listed: Pick<Listed, 'isInternal'>): string => (listed.isInternal ? '内部材料 · internal' : '');

const numberOf = (fact: Readonly<Record<string, unknown>> = {}): string => (typeof fact.number === 'string' ? fact.number : '');

function attributeOf({ type, attribute }: Readonly<Record<string, unknown>> = {}): string {
  const known = type === 'REPLY_SIGNED' ? PublicAttribute.safeParse(attribute) : null;
  if (!known?.success) return '';
  const { 'zh-CN': zh, en } = attributeTexts[known.data];
  return `${zh} · ${en}`;
}

const HEAD = [
  '顺序号 No',
  '日期 date',
  '题名 title',
  '文号 number',
  '公开属性 attribute',
  '备注 remark',
  '文件 file',
  '类型 type',
  '字节 bytes',
  'SHA-256',
  '状态 state',
];

/**
 * The catalogue as a table (CSV); what could not be read is said, and below the papers what does not apply, and why.
 * @param gone numbers of those that are not there
 */
export const catalogueTable = (
  listed: readonly Listed[],
  gone: ReadonlySet<number>,
  inapplicable: readonly Inapplicable[] = [],
): string =>
  `\uFEFF${[HEAD, ...listed.map((one) => rowOf(one, gone)), ...inapplicable.map(rowOfNone)].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

const rowOf = (
  { no, on, name, number, attribute, isInternal, path, mime, size, sha256 }: Listed,
  gone: ReadonlySet<number>,
): readonly string[] => [
  ...[String(no), on, name, number, attribute, remarkOf({ isInternal }), gone.has(no) ? '' : path, mime, String(size), sha256],
  gone.has(no) ? '缺失 missing' : '',
];

/** Of what is not in the folder there is neither number nor file. */
const rowOfNone = ({ on, name, reason }: Inapplicable): readonly string[] => [
  ...['', on, name, '', '', `不适用 · not applicable: ${reason}`],
  ...['', '', '', '', ''],
];

/** Quoted; a sign at which a table begins to compute is kept from it. */
const cell = (text: string): string => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
