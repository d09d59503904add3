/**
 * How long it takes to find cases among many, by two characters, by a name, and by what is alike; run after `npm run build`:
 *
 *     node test/load/search.mjs [cases]
 *
 * One process, an embedded PostgreSQL. The cases are copies of one, each with an applicant and a text of its own.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sealApplicant } from '../../dist/libs/casework/src/applicants.js';
import {
  CaseDesk,
  CaseQueries,
  Directory,
  EarlierRequests,
  lawShelf,
  loadOrgans,
  readDemoOrgans,
} from '../../dist/libs/casework/src/index.js';
import { searchVector } from '../../dist/libs/casework/src/queries/bigrams.js';
import { CaseFilters, parseInput } from '../../dist/libs/contracts/src/index.js';
import {
  CommandPool,
  createDataSource,
  ManualClock,
  migrate,
  readFeeTariffs,
  Sealer,
  startEmbeddedPostgres,
} from '../../dist/libs/platform/src/index.js';
import { measure, now } from './measure.mjs';

const CASES = Number(process.argv[2] ?? 200_000);
const BATCH = 2_000;
const TODAY = '2026-03-02';

const TOPICS =
  '预算 决算 征地补偿 行政处罚 环境影响评价 规划许可 招标投标 学区划分 医保定点 公租房分配 道路改造 垃圾中转站 不动产登记'.split(
    ' ',
  );
const PLACES = '城关镇 河东区 河西区 柳荫街道 云川新区 北关村 南湖社区 东山乡'.split(' ');
const KINDS = '台账 批复 会议纪要 统计表 合同 验收报告 评估报告 处罚决定书'.split(' ');
const NAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const GIVEN = '伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚'.split('');

/** The same each time it is run. */
const of = (list, i, step) => list[Math.floor(i / step) % list.length];
const textOf = (i) => `申请公开${2015 + (i % 11)}年${of(PLACES, i, 7)}${of(TOPICS, i, 3)}${of(KINDS, i, 13)}，编号${i}`;
const nameOf = (i) => `${of(NAMES, i, 1)}${of(GIVEN, i, 20)}${of(GIVEN, i, 400)}`;

async function office(url) {
  await migrate(url);
  const clock = new ManualClock(TODAY);
  const source = await createDataSource(url, { poolSize: 2 }).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: '2019-01-01', password: 'gongkai-demo' });
  const clerk = await new Directory(source, clock).byUsername('clerk.bureau');
  await source.destroy();
  const pool = new CommandPool({ url, max: 4 });
  const sealer = new Sealer(['a secret of the bench, long enough to be one']);
  const parts = { pool, clock, laws: lawShelf('config'), sealer };
  const earlier = new EarlierRequests({ ...parts, tariffs: readFeeTariffs('config') });
  return { pool, clerk, sealer, desk: new CaseDesk(parts), queries: new CaseQueries(parts), earlier };
}

// The records are made in the FROM clause: in the list of columns each would be made anew for every column.
const APPLICANTS = `
  INSERT INTO applicant
  SELECT made.* FROM jsonb_array_elements($1::jsonb) AS one, jsonb_populate_record(NULL::applicant, one) AS made`;
const COPIES = `
  INSERT INTO case_file
  SELECT made.*
    FROM case_file, jsonb_array_elements($2::jsonb) AS one,
         jsonb_populate_record(case_file, one || jsonb_build_object('file', jsonb_set(file, '{items,0,description}', one -> 'subject'))) AS made
   WHERE case_file.id = $1`;

async function fill({ pool, clerk, sealer, desk }) {
  const body = {
    receipt: { channel: 'in_person', submittedOn: TODAY },
    applicant: { kind: 'natural_person', category: 'natural_person', name: nameOf(0) },
    items: [{ description: textOf(0) }],
    wantedForm: 'paper',
    delivery: 'post',
  };
  const { view } = await desk.open({ id: randomUUID(), actor: clerk, body });
  for (let first = 1; first < CASES; first += BATCH) {
    const places = Array.from({ length: Math.min(BATCH, CASES - first) }, (_, i) => first + i);
    const applicants = places.map((i) =>
      sealApplicant(
        sealer,
        { ...body.applicant, name: nameOf(i), idNumber: `number ${i % 40_000}` },
        { id: randomUUID(), organId: clerk.organId },
      ),
    );
    const cases = places.map((i, at) => ({
      id: randomUUID(),
      number: `城管依申请〔2026〕${i + 1}号`,
      serial: i + 1,
      subject: textOf(i),
      applicant_id: applicants[at].id,
      applicant_name: nameOf(i),
      search: searchVector(`城管依申请〔2026〕${i + 1}号`, nameOf(i), textOf(i)),
    }));
    await pool.query({ text: APPLICANTS, values: [JSON.stringify(applicants)] });
    await pool.query({ text: COPIES, values: [view.id, JSON.stringify(cases)] });
  }
  await pool.query({ text: 'VACUUM ANALYZE', values: [] });
}

async function table({ clerk, queries, earlier }) {
  const list = (q) => measure(async () => (await queries.list(clerk, parseInput(CaseFilters, { q, limit: 50 }))).items.length);
  const applicant = { kind: 'natural_person', name: nameOf(12_345) };
  const description = '城关镇垃圾中转站环境影响评价报告';
  return {
    'two characters, in one of thirteen: 预算': await list('预算'),
    'two characters, in none: 航空': await list('航空'),
    [`a name: ${nameOf(12_345)}`]: await list(nameOf(12_345)),
    'one case by its number': await list('〔2026〕4711号'),
    'earlier requests of an applicant': await measure(async () => (await earlier.find(clerk, { applicant })).own.items.length),
    'requests for the same': await measure(async () => (await earlier.find(clerk, { description })).others.length),
  };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
try {
  const at = await office(url);
  const begun = now();
  await fill(at);
  console.error(`${CASES} cases in ${Math.round((now() - begun) / 1000)} s`);
  console.table(await table(at));
  await at.pool.close();
} finally {
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
