import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callCli } from '../support/call-cli.js';

/** `gongkai config check`: what it says is right is what the server starts with. */
describe('gongkai config check', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gongkai-config-'));
    cpSync('config', folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = () => callCli(['config', 'check'], '', { CONFIG_DIR: folder });
  const change = (file: string, from: string | RegExp, to: string): void => {
    const place = path.join(folder, file);
    writeFileSync(place, readFileSync(place, 'utf8').replace(from, to));
  };

  test('looks at the folder that CONFIG_DIR names, by file and line', async () => {
    expect(await check()).toEqual({ exit: 0, stdout: '{"problems":0}\n', stderr: '' });
    change('reminders.yaml', /daysOff: \w+/, 'daysOff: nonsense');
    const wrong = await check();
    expect(wrong).toMatchObject({ exit: 1, stdout: '{"problems":1}\n' });
    expect(wrong.stderr).toMatch(/reminders\.yaml:\d+ .*daysOff/);
    change('statutes/cn-ogi-711.yaml', 'article: ARL 64', 'article: [ARL 64');
    expect((await check()).stderr).toMatch(/cn-ogi-711\.yaml:\d+/);
  });
});
