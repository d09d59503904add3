import type { FieldProblem, WorkOrderKind } from '@gongkai/contracts';
import { cellsOf, dayIn, momentAt, type Columns, type Headings, type TableRow } from '@gongkai/platform';

export type WorkOrderColumn = 'number' | 'caller' | 'phone' | 'time' | 'kind' | 'text';

/** How the exports of hotlines head these columns. */
export const WORK_ORDER_HEADINGS: Headings<WorkOrderColumn> = {
  number: ['工单编号', '工单号', '编号', '受理编号', 'order', 'work order', 'number'],
  caller: ['来电人', '诉求人', '姓名', '来电人姓名', '联系人', 'caller', 'name'],
  phone: ['联系电话', '来电号码', '电话', '手机', 'phone', 'telephone'],
  time: ['来电时间', '受理时间', '登记时间', '创建时间', '时间', 'time', 'received at'],
  kind: ['工单类型', '类别', '类型', '诉求类型', 'kind', 'type'],
  text: ['诉求内容', '工单内容', '内容', '问题描述', '来电内容', 'text', 'content'],
};

/** What they call the kinds. A kind that is left out is an application: nothing is lost by reading it. */
const KINDS: Readonly<Record<WorkOrderKind, readonly string[]>> = {
  application: ['申请', '信息公开', '信息公开申请', '政府信息公开申请', '依申请公开', 'application'],
  complaint: ['投诉', '举报', '投诉举报', '信息公开投诉', 'complaint'],
  question: ['咨询', '询问', '求助', '问题', 'question', 'enquiry'],
};

/** A row with what could be read of it, and what is wrong. */
export type ReadWorkOrder = {
  readonly row: number;
  readonly key: string;
  readonly kind: WorkOrderKind | null;
  readonly arrivedAt: Date | null;
  /** As it stands in the table. */
  readonly time: string;
  readonly sender: string;
  readonly text: string;
  readonly problems: readonly Problem[];
};
type Problem = FieldProblem & { readonly path: WorkOrderColumn };

const LONGEST: Readonly<Partial<Record<WorkOrderColumn, number>>> = { number: 100, caller: 100, phone: 60, text: 20_000 };

/** Reads one work order. */
export function readWorkOrder(row: TableRow, columns: Columns<WorkOrderColumn>, now: Date): ReadWorkOrder {
  const { number = '', caller, phone, time = '', kind: said, text = '' } = cellsOf(row, columns);
  const kind = kindOf(said);
  const arrivedAt = momentOf(time);
  const cells = { number, caller, phone, text };
  const problems: Problem[] = [
    ...(['number', 'text'] as const).flatMap((path): Problem[] => (cells[path] === '' ? [{ path, code: 'required' }] : [])),
    ...(Object.entries(LONGEST) as [keyof typeof cells, number][]).flatMap(([path, maximum]): Problem[] =>
      (cells[path] ?? '').length > maximum ? [{ path, code: 'too-long', facts: { maximum } }] : [],
    ),
    ...timeProblems(time, arrivedAt, now),
    ...(kind === null ? [unknownKind()] : []),
  ];
  const sender = [caller, phone].filter((part) => part !== undefined).join(' ');
  return { row: row.row, key: number, kind, arrivedAt, time, sender, text, problems };
}

function kindOf(said: string | undefined): WorkOrderKind | null {
  if (said === undefined) return 'application';
  const known = Object.entries(KINDS) as [WorkOrderKind, readonly string[]][];
  const word = said.toLowerCase().replace(/类$/, '');
  return known.find(([, words]) => words.includes(word))?.[0] ?? null;
}

const unknownKind = (): Problem => ({
  path: 'kind',
  code: 'unknown-option',
  facts: {
    options: Object.values(KINDS)
      .flatMap((words) => words.slice(0, 1))
      .join('、'),
  },
});

function timeProblems(time: string, arrivedAt: Date | null, now: Date): Problem[] {
  if (time === '') return [{ path: 'time', code: 'required' }];
  if (arrivedAt === null) return [{ path: 'time', code: 'not-a-moment' }];
  return arrivedAt > now ? [{ path: 'time', code: 'future-date' }] : [];
}

/** A day and a time of day by the clock of the office, e.g. 2026/5/7 21:40:05. */
function momentOf(text: string): Date | null {
  const read = dayIn(text);
  const time = timeIn(read?.rest ?? '');
  return read === null || time === null ? null : momentAt({ on: read.day, time });
}

/** 21:40, T21:40:05.123+08:00, 21时40分. */
const TIME = /^T?(\d{1,2})[:：时](\d{2})分?(?:[:：]?\d{2}(?:\.\d+)?秒?)?(?:\+08:?00)?$/;

/** A time of day; none is the beginning of the day. */
function timeIn(text: string): string | null {
  if (text === '') return '00:00';
  const [, hour = '', minute = ''] = TIME.exec(text) ?? [];
  const time = `${hour.padStart(2, '0')}:${minute}`;
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? time : null;
}
