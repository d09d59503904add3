import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import { loadOrgans, readDemoOrgans } from '@gongkai/casework';
import { createDataSource } from '@gongkai/platform';
import { writeXlsx } from 'hucre/xlsx';
import type { DataSource } from 'typeorm';
import { callCli } from '../support/call-cli.js';
import { cityReport } from '../support/city-report.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import type { CliRun } from '../support/run-cli.js';

const HEAD = [
  ...['编号', '收到日期', '收到方式', '申请人', '申请内容', '补正告知日期', '补正日期', '延期日期'],
  ...['答复日期', '答复结果', '不予公开理由', '送达日期', '办结日期', '经办人'],
];
const ROWS = [
  [
    '旧〔2026〕3号',
    '2026-01-05',
    '当面',
    '苏晓明',
    '2025年绿化经费',
    '',
    '',
    '',
    '2026-01-20',
    '予以公开',
    '',
    '2026-01-22',
    '',
    '林',
  ],
  [
    '旧〔2026〕5号',
    '2026/2/2',
    'EMS',
    '赵启',
    '拆迁补偿台账',
    '2026-02-05',
    '2026-02-10',
    '',
    '2026-03-02',
    '不予公开',
    '过程性信息',
  ],
  ['旧〔2026〕6号', '2026年3月2日', '网上', '钱江', '处罚决定', '', '', '', '', '申请人撤回', '', '', '2026-03-05'],
  ['旧〔2026〕8号', '2026-04-20', '平信', '孙和', '停车收费标准', '', '', '2026-05-06'],
];
const WRONG = [
  ['第九号', '2026-13-01', '鸽子', '', '规划', '', '', '', '2026-04-01', ''],
  ['旧〔2026〕10号', '2026-04-01', '当面', '李', '规划', '', '', '', '2026-03-01', '予以公开'],
  ['旧〔2026〕008号', '2026-04-01', '当面', '周', '又一件'],
  ['旧〔2026〕11号', '2026-03-02', '当面', '吴', '规划', '', '', '', '', '视为放弃', '', '', '2026-04-30'],
];

let database: TestDatabase;
let source: DataSource;
const folder = makeOpenFolder();
beforeAll(async () => {
  database = await createTestDatabase();
  source = await createDataSource(database.url).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: localDate('2019-01-01'), password: 'gongkai-demo' });
});
afterAll(async () => {
  await source.destroy();
  await database.drop();
  removeFolder(folder);
});

const run = (...words: readonly string[]): Promise<CliRun> =>
  callCli(words, '', { DATABASE_URL: database.url, TODAY: '2026-05-08', DATA_DIR: folder, SECRET_KEY: 'k'.repeat(32) });
const written = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const reportOf = ({ stdout, stderr }: CliRun) => {
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Record<string, unknown> & {
    import: string;
    holds?: unknown;
    differs?: unknown;
    wrong: { row: number; problems: Told[] }[];
  };
};
type Told = { column: string; code: string };
const told = ({ wrong }: ReturnType<typeof reportOf>): unknown =>
  wrong.map(({ row, problems }) => [row, ...problems.map(({ column, code }) => `${column} ${code}`)]);
const cases = (): Promise<unknown[]> =>
  source.query('SELECT number, state, outcome, received_on::text, final_due::text FROM case_file ORDER BY serial');

test('an old register becomes cases on their own days; the same again is known; undone it leaves nothing but a line', async () => {
  const csv = written('旧登记簿.csv', [HEAD, ...ROWS, ...WRONG].map((row) => row.join(',')).join('\n'));
  const dry = await run('import', 'register', csv, '--organ', 'bureau', '--dry-run');
  expect(reportOf(dry)).toMatchObject({ fresh: 4, known: 0, leftOut: [] });
  expect(told(reportOf(dry))).toEqual([
    [6, '申请人 required', '编号 no-year-and-serial', '收到日期 invalid-date', '收到方式 unknown-option', '答复结果 required'],
    [7, '答复日期 before-earlier-fact'],
    [8, '编号 twice-in-table'],
    [9, '办结日期 law-refuses'],
  ]);
  expect(await cases()).toEqual([]);

  const first = reportOf(await run('import', 'register', csv, '--organ', 'bureau'));
  expect(await cases()).toMatchObject([
    { number: '旧〔2026〕3号', state: 'closed', outcome: 'granted', received_on: '2026-01-05' },
    { number: '旧〔2026〕5号', state: 'closed', outcome: 'refused', received_on: '2026-02-02' },
    { number: '旧〔2026〕6号', state: 'closed', outcome: 'withdrawn' },
    { number: '旧〔2026〕8号', state: 'accepted', outcome: null, received_on: '2026-04-20', final_due: '2026-06-17' },
  ]);
  const told5 = await source.query<{ type: string }[]>(
    `SELECT type FROM journal JOIN case_file ON case_file.id = case_id WHERE number = '旧〔2026〕5号' ORDER BY journal.seq`,
  );
  expect(told5.map(({ type }) => type)).toEqual(expect.arrayContaining(['CORRECTION_RECEIVED', 'REPLY_SERVED', 'NOTED']));
  const [series] = await source.query<unknown[]>(`SELECT last FROM number_series WHERE kind = 'case'`);
  expect(series).toEqual({ last: 8 });
  for (const check of [
    ['replay', '--verify'],
    ['audit', 'verify'],
    ['audit', 'open'],
  ])
    expect(await run(...check)).toMatchObject({ exit: 0 });

  const book = await writeXlsx({ sheets: [{ name: '2026', rows: [HEAD, ...ROWS] }] });
  const again = await run('import', 'register', written('again.xlsx', book), '--organ', 'bureau');
  expect(reportOf(again)).toMatchObject({ import: null, fresh: 0, known: 4, wrong: [] });

  expect(await run('import', 'undo', first.import, '--organ', 'street')).toMatchObject({ exit: 2 });
  expect((await run('import', 'undo', first.import, '--organ', 'bureau')).exit).toBe(0);
  expect(await cases()).toEqual([]);
  expect(await source.query('SELECT number FROM imported_case WHERE removed_at IS NOT NULL')).toHaveLength(4);
  expect(await run('audit', 'verify')).toMatchObject({ exit: 0 });
});

test('headings of the office are kept; worked at, an import stays', async () => {
  const mapping = written('mapping.json', JSON.stringify({ content: '要什么' }));
  const csv = written('own.csv', '编号\t收到日期\t申请人\t要什么\n旧2025-1\t2025-12-01\t吴\t预算\n');
  expect((await run('import', 'register', csv, '--organ', 'bureau')).exit).toBe(2);
  const { import: id } = reportOf(await run('import', 'register', csv, '--organ', 'bureau', '--mapping', mapping));
  expect(reportOf(await run('import', 'register', csv, '--organ', 'bureau', '--dry-run'))).toMatchObject({ known: 1 });
  await source.query(`UPDATE case_file SET last_hash = repeat('0', 64) WHERE number = '旧2025-1'`);
  const refused = await run('import', 'undo', id, '--organ', 'bureau');
  expect(refused).toMatchObject({ exit: 2, stderr: expect.stringContaining('旧2025-1') });
  await expect(source.query(`DELETE FROM journal`)).rejects.toThrow(/only added to/);
});

test('work orders of the hotline, from the command line', async () => {
  const csv = written('工单.csv', '工单号,时间,内容\nGD-1,2026-05-07 21:40,停车费\nGD-2,昨天,停车费\n');
  const taken = await run('import', 'hotline', csv, '--organ', 'bureau');
  expect([taken.exit, reportOf(taken)]).toMatchObject([1, { fresh: 1, known: 0 }]);
  expect((await run('import', 'hotline', csv, '--organ', 'nowhere')).exit).toBe(2);
});

test('the report of a city for 2025, from the command line: looked at, taken in, and refused where its sums do not agree', async () => {
  const line = ([cell, number]: readonly [string, number]): string => `${cell},,${String(number)}`;
  const file = (name: string, numbers: Readonly<Record<string, number>>): string =>
    written(name, ['cell,name,number', ...Object.entries(numbers).map(line)].join('\n'));
  const given = ['--as', 'supervisor.bureau', '--name', '临江市', '--year', '2025'];
  const csv = file('年报.csv', cityReport);
  const kept = async (): Promise<number> => (await source.query<unknown[]>('SELECT 1 FROM published_report')).length;

  const dry = await run('import', 'report', csv, ...given, '--dry-run');
  expect([dry.exit, reportOf(dry)]).toMatchObject([
    0,
    { id: null, missing: 0, cells: Object.keys(cityReport).length, differs: [] },
  ]);
  expect(reportOf(dry).holds).toEqual(expect.arrayContaining(['A1', 'A2', 'A3', 'A4']));
  expect(await kept()).toBe(0);

  const wrong = file('错.csv', { ...cityReport, 'b.carried_out.total': 820 });
  const refused = await run('import', 'report', wrong, ...given);
  expect([refused.exit, await kept()]).toEqual([1, 0]);
  expect(reportOf(refused).differs).toMatchObject(expect.arrayContaining([expect.objectContaining({ id: 'A1', kind: 'hard' })]));

  const taken = await run('import', 'report', csv, ...given);
  expect([taken.exit, reportOf(taken)]).toMatchObject([0, { id: expect.any(String), year: 2025, replaces: false }]);
  expect(await kept()).toBe(1);
  const json = written('年报.json', JSON.stringify({ year: 2025, numbers: cityReport }));
  expect(
    reportOf(await run('import', 'report', json, '--as', 'supervisor.bureau', '--name', '临江市', '--dry-run')),
  ).toMatchObject({
    replaces: true,
  });
  for (const as of ['nobody', 'clerk.bureau'])
    expect((await run('import', 'report', csv, '--as', as, '--name', '临江市', '--year', '2025')).exit).toBe(2);
});
