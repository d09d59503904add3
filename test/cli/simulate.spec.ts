import { callCli } from '../support/call-cli.js';
import { makeReady, runCli } from '../support/run-cli.js';

const YEAR = ['simulate', '--organ', 'bureau', '--year', '2019'];

beforeAll(makeReady);

test('the tables of a year are printed without a database', () => {
  const { exit, stdout } = runCli([...YEAR, '--dry-run'], '', { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/nothing' });
  expect(exit).toBe(0);
  expect(stdout).toMatch(/^channel\n {2}ems +4\n/m);
  expect(stdout).toMatch(/^ {2}abandoned_correction +1$/m);
});

test.each([
  ['simulate', YEAR],
  ['demo reset', ['demo', 'reset', '--yes']],
])('%s lets nothing made up into production, nor into a database of somebody', async (_name, args) => {
  const production = { NODE_ENV: 'production', SECRET_KEY: 'k'.repeat(32) };
  const refused = await callCli(args, '', production);
  expect({ exit: refused.exit, stdout: refused.stdout }).toEqual({ exit: 1, stdout: '' });
  expect(refused.stderr).toContain('With NODE_ENV=production nothing made up is let in.');
  const foreign = await callCli(args, '', { DATABASE_URL: 'postgres://me:x@127.0.0.1:1/office' });
  expect({ exit: foreign.exit, stdout: foreign.stdout }).toEqual({ exit: 1, stdout: '' });
  expect(foreign.stderr).toContain('--yes-i-mean office');
});

test('what cannot be asked is not done', async () => {
  const { exit, stdout, stderr } = await callCli(['demo', 'reset']);
  expect({ exit, stdout }).toEqual({ exit: 1, stdout: '' });
  expect(stderr).toContain('add --yes');
});
