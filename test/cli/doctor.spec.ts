import { existsSync } from 'node:fs';
import path from 'node:path';
import { callCli } from '../support/call-cli.js';
import { makeOpenFolder, removeFolder } from '../support/folders.js';
import { TwoNetworks } from '../support/two-networks.js';

const folder = makeOpenFolder();
const networks = new TwoNetworks();
afterAll(() => {
  networks.end();
  removeFolder(folder);
});

test('doctor looks for no database, queue or secret in the network of the portal, and makes none there', async () => {
  const dataDir = path.join(folder, 'data');
  const settings = { NODE_ENV: 'production', SERVES: 'relay', DATA_DIR: dataDir, ...networks.settingsOf('portal') };
  const { exit, stdout } = await callCli(['doctor'], '', settings);
  expect([exit, stdout.match(/^(?:warn|FAIL).*$/gm)]).toEqual([0, null]);
  expect(stdout).toContain(`ok    packages for the other network lie in ${networks.at('portal')}`);
  expect(stdout).not.toMatch(/PostgreSQL|queue|password/);
  expect(existsSync(dataDir)).toBe(false);
});
