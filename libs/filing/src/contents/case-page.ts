import { stepTexts, type CaseView, type CommandType, type JournalEntryView } from '@gongkai/contracts';
import { factTypesOf } from '@gongkai/lifecycle';
import type { Grounds } from '@gongkai/statutes';
import { remarkOf, type Listed } from './catalogue.js';
import { inapplicableOf } from './inapplicable.js';
import { facts, howToVerify, page, table, type Cell } from './page.js';

/** What is told of a case to who has no system to look into. */
export type Telling = {
  readonly view: CaseView;
  readonly organ: string;
  readonly journal: readonly JournalEntryView[];
  readonly listed: readonly Listed[];
  /** Numbers of documents that could not be read. */
  readonly gone: ReadonlySet<number>;
  readonly grounds: Grounds;
  /** From its folder to the top of the bag. */
  readonly up: string;
};

/** The page that a person begins with: the case, its documents and what took place, in Chinese and English. */
export const casePage = (telling: Telling): string =>
  page(telling.view.number, [
    facts(headOf(telling)),
    table('申请事项 · items', ['事项 item', '决定 decision', '依据 article'], itemRows(telling)),
    table(
      '卷内目录 · file catalogue',
      ['顺序号 No', '日期 date', '题名 title', '文号 number', '公开属性 attribute', '备注 remark', 'SHA-256'],
      documentRows(telling),
    ),
    ...noneRows(telling),
    table('办件记录 · journal', ['序号 No', '日期 date', '事项 entry', '经办 by', '散列 hash'], entryRows(telling)),
    howToVerify(telling.up),
  ]);

function headOf({ view, organ }: Telling): readonly (readonly [string, Cell])[] {
  const { applicant, openedOn, closedOn, deadlines } = view;
  return [
    ['行政机关 · organ', organ],
    ['申请人 · applicant', applicant.name],
    ['登记 · logged', openedOn],
    ['收到申请之日 · received', deadlines.receivedOn ?? '—'],
    ['答复期限 · due', deadlines.finalDue ?? '—'],
    ['办结 · closed', closedOn ?? '—'],
    ['详细 · in full', { text: 'case.json', to: 'case.json' }],
  ];
}

const itemRows = ({ view, grounds }: Telling): readonly (readonly Cell[])[] =>
  view.items.map(({ description, decision }) => {
    if (decision === null) return [description, '—', '—'];
    const { name, article } = grounds.decisions[decision.code];
    return [description, `${name.zh} · ${name.en}`, decision.article ?? article];
  });

const documentRows = ({ listed, gone }: Telling): readonly (readonly Cell[])[] =>
  listed.map(({ no, on, name, number, attribute, isInternal, path, sha256 }) => [
    ...[String(no), on],
    gone.has(no) ? `${name}（缺失 · missing）` : { text: name, to: path },
    ...[number, attribute, remarkOf({ isInternal }), sha256],
  ]);

/** A folder in which everything applies says nothing of it. */
function noneRows({ view }: Telling): readonly string[] {
  const rows = inapplicableOf(view).map(({ on, name, reason, by }) => [name, reason, by, on]);
  const head = ['材料 paper', '原因 reason', '说明人 by', '日期 date'];
  return rows.length === 0 ? [] : [table('不适用的材料 · not applicable', head, rows)];
}

const entryRows = ({ journal, view }: Telling): readonly (readonly Cell[])[] =>
  journal.map(({ seq, on, type, actor, hash }) => [
    String(seq),
    on,
    entryName(type),
    view.people[actor] ?? '—',
    hash.slice(0, 16),
  ]);

/** By the step that leaves such an entry. */
const STEP_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(factTypesOf).flatMap(([step, types]) =>
    step in stepTexts ? types.map((type) => [type, namesOf(step as CommandType)] as const) : [],
  ),
);

function namesOf(step: CommandType): string {
  const { 'zh-CN': zh, en } = stepTexts[step];
  return `${zh} · ${en}`;
}

const entryName = (type: string): string =>
  STEP_OF.get(type) ?? (type === 'APPLICATION_RECEIVED' ? '收到申请 · application received' : type);
