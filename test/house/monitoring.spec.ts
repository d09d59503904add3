import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CommandPool, ManualClock, Metrics } from '@gongkai/platform';
import { localDate } from '@gongkai/calendar';
import { parse } from 'yaml';
import { REPOSITORY } from './planted-tree.js';

type Rule = { alert: string; expr: string; for: string; labels: { severity: string }; annotations: Record<string, string> };
type Panel = { id: number; title: string; targets: { expr: string }[] };

const read = (file: string): string => readFileSync(path.join(REPOSITORY, 'docs/monitoring', file), 'utf8');
const { groups } = parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);
const { panels } = JSON.parse(read('dashboard.json')) as { panels: Panel[] };

/** The series of ours that an expression names, without what a histogram adds to them. */
const namedIn = (expr: string): string[] =>
  [...expr.matchAll(/(?:gongkai|process)_[a-z_]+/g)].map(([name]) => name.replace(/_(?:count|bucket|sum)$/, ''));

/** What a process tells, whether or not a database answers. */
async function told(): Promise<ReadonlySet<string>> {
  const pool = new CommandPool({ url: 'postgres://nobody@127.0.0.1:1/none' });
  const metrics = new Metrics({ pool, clock: new ManualClock(localDate('2026-03-02')), onError: () => undefined });
  const { text } = await metrics.written();
  await pool.close();
  return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
}

test('alerts and the dashboard name series that a process tells', async () => {
  const known = await told();
  const named = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))].flatMap(
    namedIn,
  );
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual([]);
});

test('each alert says what is wrong, how grave it is and what to do', () => {
  for (const { alert, labels, annotations, for: after } of rules) {
    expect([alert, labels.severity]).toEqual([
      expect.stringMatching(/^Gongkai[A-Z]/),
      expect.stringMatching(/^(?:critical|warning)$/),
    ]);
    expect([annotations.summary, annotations.action, after]).toEqual([
      expect.any(String),
      expect.any(String),
      expect.stringMatching(/^\d+m$/),
    ]);
  }
  expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
});

test('where every process that tells is gone, one alert is left that says so', () => {
  const [gone] = rules.filter(({ expr }) => expr.startsWith('absent('));
  expect([gone?.labels.severity, gone && namedIn(gone.expr)]).toEqual(['critical', ['gongkai_database_up']]);
});
