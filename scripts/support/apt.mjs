import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';
import { tell } from './tree.mjs';

/** Says no to every package that wants to start a service: the tests start their own. */
const POLICY = '/usr/sbin/policy-rc.d';
/** Debian's PostgreSQL makes a database at once, unless this says otherwise. */
const CLUSTER_RULES = '/etc/postgresql-common/createcluster.conf';

/** Another program may be installing; a dead network shall not take minutes to be noticed. */
const PATIENCE = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30'];
const INSTALL = ['install', '--yes', '--no-install-recommends', '-o', 'Dpkg::Options::=--force-confold'];
const ENV = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', UCF_FORCE_CONFFOLD: '1' };

/** Installs packages with apt-get, where this is root on Debian or Ubuntu; what they do not carry is left out. */
export async function installPackages(names) {
  if (names.length === 0 || process.getuid?.() !== 0 || !exists('apt-get')) return;
  tell(`Installing ${names.join(', ')} for the tests (a few minutes the first time) …`);
  await apt(['update', '--quiet', '--quiet']);
  const known = names.filter((name) => spawnSync('apt-cache', ['show', '--no-all-versions', name]).status === 0);
  if (known.length === 0) return;
  await withoutServices(async () => {
    if ((await apt([...INSTALL, ...known])) !== 0) tell('apt-get could not install them: what it says above stands in the way.');
  });
}

const exists = (program) => spawnSync(program, ['--version']).status === 0;

/** Told to the person only when it fails: it is long. @returns exit code */
async function apt(args) {
  const { code, output } = await run('apt-get', [...PATIENCE, ...args], { env: ENV });
  if (code !== 0) tell(output);
  return code;
}

async function withoutServices(work) {
  writeWhereNothingIs(CLUSTER_RULES, 'create_main_cluster = false\n');
  const isOurs = writeWhereNothingIs(POLICY, '#!/bin/sh\nexit 101\n');
  try {
    await work();
  } finally {
    if (isOurs) fs.rmSync(POLICY, { force: true });
  }
}

/** @returns whether it was written */
function writeWhereNothingIs(file, text) {
  if (fs.existsSync(file)) return false;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text, { mode: 0o755 });
  return true;
}
