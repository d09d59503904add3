/**
 * How long it takes to take a catalogue in, and with how much memory, to find published information by two characters, and to suggest it to
 * somebody who types; run after `npm run build`:
 *
 *     node test/load/disclosures.mjs [entries]
 *
 * One process, an embedded PostgreSQL; a bureau had 57,000 entries.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadOrgans, readDemoOrgans } from '../../dist/libs/casework/src/index.js';
import { DisclosureQuery, parseInput } from '../../dist/libs/contracts/src/index.js';
import {
  CommandPool,
  createDataSource,
  ManualClock,
  migrate,
  startEmbeddedPostgres,
} from '../../dist/libs/platform/src/index.js';
import { CatalogueTables, Kinds, PublishedInformation } from '../../dist/libs/publication/src/index.js';
import { measure, now } from './measure.mjs';

const ENTRIES = Number(process.argv[2] ?? 60_000);
const TOPICS =
  '预算 决算 征地补偿 行政处罚 环境影响评价 规划许可 招标投标 学区划分 医保定点 公租房分配 道路改造 垃圾中转站 不动产登记'.split(
    ' ',
  );
const PLACES = '城关镇 河东区 河西区 柳荫街道 云川新区 北关村 南湖社区 东山乡'.split(' ');
const KINDS = '台账 批复 会议纪要 统计表 合同 验收报告 评估报告 处罚决定书'.split(' ');

/** The same each time it is run. */
const of = (list, i, step) => list[Math.floor(i / step) % list.length];
const rowOf = (i) => {
  const title = `${of(PLACES, i, 7)}${2015 + (i % 11)}年${of(TOPICS, i, 3)}${of(KINDS, i, 13)}`;
  const day = new Date(Date.UTC(2015, 0, 1 + (i % 4000))).toISOString().slice(0, 10);
  return [`YC-${i}`, title, `${title}的主要内容和依据，共${i % 90}页`, '其他', day, `https://example.org/${i}`].join(',');
};

/** The most memory that the process had until now, in MB. */
const most = () => Math.round(process.resourceUsage().maxRSS / 1024);

async function fill(parts, organId) {
  const tables = new CatalogueTables(parts);
  const head = '索引号,名称,内容概述,类别,发布日期,网址';
  const bytes = Buffer.from([head, ...Array.from({ length: ENTRIES }, (_, i) => rowOf(i))].join('\n'));
  const before = most();
  const begun = now();
  const { fresh } = await tables.take({ bytes, organId });
  const took = now() - begun;
  await parts.pool.query({ text: 'VACUUM ANALYZE disclosure', values: [] });
  return `${fresh} entries (${Math.round(bytes.length / 1e6)} MB) came in within ${Math.round(took / 1000)} s, at most ${most()} MB of memory, ${before} MB before`;
}

async function figures(published) {
  const list = (query) => measure(async () => (await published.list(parseInput(DisclosureQuery, query))).items.length);
  const alike = (...texts) => measure(async () => (await published.alike({ texts })).items.length);
  return {
    'the newest': await list({}),
    'two characters, in one of thirteen: 预算': await list({ q: '预算' }),
    'two characters, in none: 航空': await list({ q: '航空' }),
    'one sign: 税': await list({ q: '税' }),
    'two words, of an organ and a year': await list({ q: '城关镇 预算', organ: 'bureau', from: '2018-01-01', to: '2018-12-31' }),
    'suggested: two words': await alike('垃圾中转站环评'),
    'suggested: a sentence': await alike('申请公开2021年城关镇垃圾中转站环境影响评价报告及批复文件'),
    'suggested: four items': await alike('预算', '柳荫街道征地补偿合同', '公租房分配统计表', '河东区道路改造验收报告'),
  };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'gongkai-load-'));
fs.chmodSync(folder, 0o755);
const { url, stop } = await startEmbeddedPostgres({ dataDir: folder, log: console.error });
try {
  await migrate(url);
  const source = await createDataSource(url, { poolSize: 1 }).initialize();
  await loadOrgans(source, readDemoOrgans('config'), { since: '2019-01-01', password: 'gongkai-demo' });
  const [{ id }] = await source.query(`SELECT id FROM organ WHERE code = 'bureau'`);
  await source.destroy();
  const pool = new CommandPool({ url, max: 4 });
  const parts = { pool, clock: new ManualClock('2026-03-02'), kinds: new Kinds('config'), store: null, publicUrl: '' };
  console.error(await fill(parts, id));
  console.table(await figures(new PublishedInformation(parts)));
  await pool.close();
} finally {
  await stop();
  fs.rmSync(folder, { recursive: true, force: true });
}
process.exit();
