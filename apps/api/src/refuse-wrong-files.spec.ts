import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { obstacleIn } from './obstacle.js';
import { refuseWrongFiles } from './refuse-wrong-files.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongkai-config-'));
  cpSync('config', folder, { recursive: true, filter: (source) => !source.endsWith('.ttf') });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What the person who starts the program reads. */
function told(): string | undefined {
  try {
    refuseWrongFiles(folder);
    return undefined;
  } catch (error) {
    return obstacleIn(error, 0);
  }
}

describe('before the program starts', () => {
  it('the shipped configuration is taken', () => {
    expect(told()).toBeUndefined();
  });

  it('a wrong value is told with file, line and what to do', () => {
    const file = join(folder, 'statutes', 'cn-ogi-711.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('value: 7 }', 'value: 70 }'));
    expect(told()).toMatch(/cn-ogi-711\.yaml:\d+ correction\.notice_days: value must be between 1 and 15; write a whole number/);
  });

  it('so is a year that is missing', () => {
    rmSync(join(folder, 'calendars', 'cn', '2023.yaml'));
    expect(told()).toMatch(/2024\.yaml:3 follows 2022, with no published calendar between; add 2023\.yaml$/);
  });

  it('a name in a notice that nothing fills in, and a notice that is gone', () => {
    const file = join(folder, 'notices', 'correction.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('{correction.missing}', '{correction.misspelt}'));
    rmSync(join(folder, 'notices', 'reply.yaml'));
    expect(told()).toMatch(/correction\.yaml:10 body\[2\] names \{correction\.misspelt\}, which nothing fills in here/);
    expect(told()).toMatch(/reply\.yaml:1 .*does not exist/);
  });
});
