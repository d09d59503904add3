import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localDate } from '@gongkai/calendar';
import { ConfigError, problemText } from '@gongkai/statutes';
import { checkConfig, readCalendar, readFeeTariffs, readGrounds, readReportFormats, readStatute } from './config-library.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-config-'));
  for (const kind of ['statutes', 'calendars', 'fees', 'reports'])
    cpSync(join('config', kind), join(folder, kind), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const path = (file: string): string => join(folder, file);
const change = (file: string, edit: (text: string) => string): void =>
  writeFileSync(path(file), edit(readFileSync(path(file), 'utf8')));
const problems = (): string[] => checkConfig(folder).map((problem) => problemText(problem).replace(`${folder}/`, ''));

describe('the shipped configuration', () => {
  it('has no problems in the files that this layer reads', () => {
    const others = { files: /^(?!statutes|calendars|fees|reports)/, parse: () => undefined };
    expect(checkConfig('config', [others]).map(problemText)).toEqual([]);
  });

  it('is found under the working directory when no folder is named', () => {
    expect(readStatute().id).toBe('cn-ogi-711');
    expect(readGrounds().statute).toBe('cn-ogi-711');
    expect(readReportFormats().map(({ id }) => id)).toEqual(['annual-2019', 'annual-2021']);
    expect(readFeeTariffs().id).toBe('cn-2020-109');
    expect(readCalendar().add(localDate('2026-02-02'), 20)).toBe('2026-03-06');
  });
});

describe('a configuration folder', () => {
  it('is read once as long as a file says the same, and anew when it says something else', () => {
    const before = readStatute(folder);
    expect(readStatute(folder)).toBe(before);
    change('statutes/cn-ogi-711.yaml', (text) => `${text}\n# Looked through.\n`);
    const after = readStatute(folder);
    expect(after).not.toBe(before);
    expect(after).toEqual(before);
  });

  it('is told of again where it is wrong', () => {
    change('statutes/cn-ogi-711.yaml', (text) => text.replace('value: due_date', 'value: whenever'));
    expect(() => readStatute(folder)).toThrow(ConfigError);
    expect(() => readStatute(folder)).toThrow(ConfigError);
  });

  it('is checked file by file, and every problem is reported', () => {
    change('statutes/cn-ogi-711.yaml', (text) => text.replace('value: due_date', 'value: whenever'));
    change('calendars/cn/2026.yaml', (text) => text.replace('year: 2026', 'year: 2025'));
    writeFileSync(path('statutes/notes.yml'), 'a: 1\n');
    const found = problems();
    expect(found).toContain(
      'calendars/cn/2026.yaml:2 year must be 2026, as the place of the file says; correct the field or move the file',
    );
    expect(found).toContain('statutes/notes.yml:1 nothing reads this file; move it, rename it or remove it');
    expect(found).toContainEqual(
      expect.stringMatching(/^statutes\/cn-ogi-711\.yaml:\d+ extension\.latest: value must be due_date/),
    );
  });

  it('may not leave a year out', () => {
    rmSync(path('calendars/cn/2023.yaml'));
    expect(problems()).toEqual(['calendars/cn/2024.yaml:3 follows 2022, with no published calendar between; add 2023.yaml']);
    expect(() => readCalendar(folder)).toThrow(ConfigError);
  });

  it('may have a year that is not whole only at its beginning', () => {
    change('calendars/cn/2020.yaml', (text) => text.replace('status: published', 'status: published\nfrom: 2020-02-01'));
    const [problem = '', ...more] = problems();
    expect(problem).toMatch(
      /^calendars\/cn\/2020\.yaml:\d+ begins on 2020-02-01; remove "from": only the first year may be partial$/,
    );
    expect(more).toEqual([]);
    expect(readFileSync(path('calendars/cn/2020.yaml'), 'utf8').split('\n')[Number(/:(\d+) /.exec(problem)?.[1]) - 1]).toMatch(
      /^from:/,
    );
  });

  it('needs a published year at all', () => {
    for (const year of ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025', '2026'])
      rmSync(path(`calendars/cn/${year}.yaml`), { force: true });
    expect(problems()).toEqual(['calendars/cn:1 has no published year; add the year of the newest notice']);
  });

  it('has packs whose id is the name of their file', () => {
    change('statutes/cn-ogi-711.yaml', (text) => text.replace('id: cn-ogi-711', 'id: cn-other'));
    expect(problems()).toEqual([
      expect.stringMatching(/^statutes\/cn-ogi-711\.yaml:\d+ id must be cn-ogi-711, as the name of the file says/),
    ]);
  });

  it('has to hold the calendar and the tariffs that the statute names', () => {
    change('statutes/cn-ogi-711.yaml', (text) =>
      text.replace('value: cn }', 'value: bj }').replace('value: cn-2020-109', 'value: cn-2030-1'),
    );
    expect(problems()).toEqual([
      expect.stringMatching(/calendar\.region: names calendars\/bj, which does not exist; add it$/),
      expect.stringMatching(/fee\.tiers: names fees\/cn-2030-1\.yaml, which does not exist; add it$/),
    ]);
  });

  it('has to list the instruments that the grounds name', () => {
    change('statutes/grounds.yaml', (text) => text.replace('article: REG 38', 'article: RGE 38'));
    expect(problems()).toEqual([
      expect.stringMatching(/^statutes\/grounds\.yaml:\d+ decisions\.needs_processing: article names RGE, /),
    ]);
  });

  it('says which file is missing', () => {
    expect(() => readStatute(folder, 'xx')).toThrow(ConfigError);
    expect(() => readStatute(folder, 'xx')).toThrow('statutes/xx.yaml:1 this file does not exist');
    expect(() => readCalendar(folder, 'xx')).toThrow('calendars/xx:1 this folder of calendar years does not exist');
  });
});
