/**
 * An office with many cases behind it: those of a simulated year stand model for copies over eleven years, each with an applicant and a
 * text of its own, written down from the oldest to the newest, as an office does. One in fifty is open, one in four hundred closed and not yet
 * filed; open ones lie scattered among all, further apart than in any office.
 */
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { addDays } from '../../dist/libs/calendar/src/index.js';
import { sealApplicant } from '../../dist/libs/casework/src/applicants.js';
import { lawShelf, loadOrgans, readDemoOrgans } from '../../dist/libs/casework/src/index.js';
import { findable } from '../../dist/libs/casework/src/queries/bigrams.js';
import { CommandPool, createDataSource, migrate, startEmbeddedPostgres } from '../../dist/libs/platform/src/index.js';
import { onStage, planYear, play, readMix, readWords } from '../../dist/libs/simulation/src/index.js';

const BATCH = 2_000;
/** Eleven years. */
const DAYS = 4_000;
const ORGAN = 'bureau';
export const TODAY = '2019-10-15';

const TOPICS =
  '预算 决算 征地补偿 行政处罚 环境影响评价 规划许可 招标投标 学区划分 医保定点 公租房分配 道路改造 垃圾中转站 不动产登记'.split(
    ' ',
  );
const PLACES = '城关镇 河东区 河西区 柳荫街道 云川新区 北关村 南湖社区 东山乡'.split(' ');
const KINDS = '台账 批复 会议纪要 统计表 合同 验收报告 评估报告 处罚决定书'.split(' ');
const NAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'.split('');
const GIVEN = '伟芳娜敏静强磊军洋勇艳杰娟涛明超秀霞平刚'.split('');

/** One in fifty, as of a million 20,000; none after so many. */
const isOpen = (i, open) => i % 50 === 0 && i < 50 * open;

/** The same each time it is run. */
const of = (list, i, step) => list[Math.floor(i / step) % list.length];
const textOf = (i) => `申请公开${2009 + (i % 11)}年${of(PLACES, i, 7)}${of(TOPICS, i, 3)}${of(KINDS, i, 13)}，编号${i}`;
export const nameOf = (i) => `${of(NAMES, i, 1)}${of(GIVEN, i, 20)}${of(GIVEN, i, 400)}`;
export const numberOf = (i) => `城管依申请〔2019〕${i + 1000}号`;

const APPLICANTS = `
  INSERT INTO applicant
  SELECT made.* FROM jsonb_array_elements($1::jsonb) AS one, jsonb_populate_record(NULL::applicant, one) AS made`;
// The records are made in the FROM clause: in the list of columns each would be made anew for every column.
const COPIES = `
  INSERT INTO case_file
  SELECT made.*
    FROM jsonb_array_elements($1::jsonb) AS one
    JOIN case_file ON case_file.id = (one ->> 'model')::uuid,
         jsonb_populate_record(case_file, one || jsonb_build_object(
           'file', jsonb_set(file, '{items,0,description}', one -> 'subject'),
           'opened_on', opened_on - (one ->> 'before')::int, 'received_on', received_on - (one ->> 'before')::int,
           'final_due', final_due - (one ->> 'before')::int, 'due', due - (one ->> 'before')::int,
           'closed_on', closed_on - (one ->> 'before')::int, 'replied_on', replied_on - (one ->> 'before')::int,
           'concluded_on', concluded_on - (one ->> 'before')::int)) AS made`;
// Of open cases only: of those that are over no view asks for them.
const DEADLINES = `
  INSERT INTO deadline
  SELECT (one ->> 'id')::uuid, name, due - (one ->> 'before')::int, provisional - (one ->> 'before')::int
    FROM jsonb_array_elements($1::jsonb) AS one JOIN deadline ON deadline.case_id = (one ->> 'model')::uuid`;

// The first entries of a journal alone: so the journal is the largest table, as in an office, and is made in a bearable time.
const ENTRIES = `
  INSERT INTO journal
  SELECT made.*
    FROM jsonb_array_elements($1::jsonb) AS one JOIN journal ON journal.case_id = (one ->> 'model')::uuid AND seq <= 4,
         jsonb_populate_record(journal, jsonb_build_object('id', gen_random_uuid(), 'case_id', one ->> 'id')) AS made`;

/** The cases of a simulated year, as they stand on the day. */
async function models(url, settings) {
  const laws = lawShelf('config');
  const law = laws.lawOf(laws.statute, `${TODAY.slice(0, 4)}-01-01`);
  const plan = planYear(readMix('config', ORGAN, 2019), { law, words: readWords('config'), seed: 7 });
  return onStage({ url, settings, plan }, async (stage) => {
    await play(plan, stage, { until: TODAY });
    const { rows } = await stage.pool.query({ text: 'SELECT id, organ_id, state, closed_on, pace FROM case_file ORDER BY id' });
    return {
      organId: rows[0].organ_id,
      open: rows.filter(({ closed_on: on }) => on === null),
      closed: rows.filter(({ state }) => state === 'closed'),
      filed: rows.filter(({ state }) => state === 'filed'),
    };
  });
}

function copyOf(i, { open, closed, filed }, { from, to, mostOpen }) {
  const models = isOpen(i, mostOpen) ? open : i % 400 === 1 ? closed : filed;
  const model = models[Math.floor(i / 50) % models.length];
  const before = models === open ? i % 9 : Math.floor((DAYS * (to - 1 - i)) / (to - from));
  const named = findable(numberOf(i), nameOf(i), textOf(i));
  return {
    model: model.id,
    before,
    pace: movedBack(model.pace, before),
    id: randomUUID(),
    number: numberOf(i),
    serial: i + 1000,
    subject: textOf(i),
    applicant_id: randomUUID(),
    applicant_name: nameOf(i),
    ...named,
  };
}

/** The days of a record, so many days earlier. */
const movedBack = (pace, days) =>
  JSON.parse(JSON.stringify(pace), (_, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? addDays(value, -days) : value));

/** A server for as long as the work takes, and a pool of connections to it. @param patience settings of the pool */
export async function onServer(work, patience = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
  fs.chmodSync(folder, 0o755);
  try {
    const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
    const pool = new CommandPool({ url, max: 4, ...patience });
    try {
      await work({ url, pool });
    } finally {
      await pool.close();
      await stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills a database. @param sealer closes what the applicants' records hold */
export async function anOffice(url, { cases, pool, sealer, settings }) {
  const found = await openOffice(url, settings);
  await addCases(found, { from: 0, to: cases, pool, sealer });
}

/** The office on its first day. @returns the cases that stand model */
export async function openOffice(url, settings) {
  await migrate(url);
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  try {
    await loadOrgans(source, readDemoOrgans('config'), { since: '2009-01-01', password: 'gongkai-demo' });
  } finally {
    await source.destroy();
  }
  return models(url, settings);
}

/** Cases by their places in the row, the last one excluded. @param open of all cases at most so many are open */
export async function addCases(found, { from, to, pool, sealer, open = Infinity }) {
  // One set is made while another is written.
  const starts = Array.from({ length: Math.ceil((to - from) / BATCH) }, (_, n) => from + n * BATCH);
  const one = async () => {
    for (let first = starts.shift(); first !== undefined; first = starts.shift())
      await addSet(found, { first, last: Math.min(first + BATCH, to), pool, sealer, set: { from, to, mostOpen: open } });
  };
  await Promise.all([one(), one()]);
  await pool.query({ text: 'VACUUM ANALYZE', values: [] });
}

async function addSet(found, { first, last, pool, sealer, set }) {
  const copies = Array.from({ length: last - first }, (_, i) => copyOf(first + i, found, set));
  const applicants = copies.map(({ applicant_id: id, applicant_name: name }, i) =>
    sealApplicant(
      sealer,
      { kind: 'natural_person', category: 'natural_person', name, idNumber: `number ${(first + i) % 40_000}` },
      { id, organId: found.organId },
    ),
  );
  await pool.query({ text: APPLICANTS, values: [JSON.stringify(applicants)] });
  await pool.query({ text: COPIES, values: [JSON.stringify(copies)] });
  const open = copies.filter((_, i) => isOpen(first + i, set.mostOpen));
  await pool.query({ text: DEADLINES, values: [JSON.stringify(open)] });
  const entries = copies.map(({ id, model }) => ({ id, model }));
  await pool.query({ text: ENTRIES, values: [JSON.stringify(entries)] });
}
