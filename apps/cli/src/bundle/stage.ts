import { chmodSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fetchPackage } from './fetch-package.js';
import { isInstalledHere, type BundledPackage, type Target } from './packages.js';

/** What of the checkout goes along beside the packages: where it lies in the bundle, and from where it comes. */
export const PARTS: Readonly<Record<string, string>> = {
  dist: 'dist',
  config: 'config',
  'scripts/bundled.mjs': 'scripts/bundled.mjs',
  'scripts/verify-audit.mjs': 'scripts/verify-audit.mjs',
  'scripts/support/check-node.mjs': 'scripts/support/check-node.mjs',
  'scripts/support/serve.mjs': 'scripts/support/serve.mjs',
  'scripts/support/tree.mjs': 'scripts/support/tree.mjs',
  'README.md': 'docs/bundle.md',
  'docs/bundle.md': 'docs/bundle.md',
  'docs/operations.md': 'docs/operations.md',
  'docs/security.md': 'docs/security.md',
  'docs/security': 'docs/security',
  'docs/decisions': 'docs/decisions',
  'docs/schema.sql': 'docs/schema.sql',
  'docs/forecast.md': 'docs/forecast.md',
  'docs/glossary.md': 'docs/glossary.md',
  'docs/monitoring': 'docs/monitoring',
  'docs/handbook': 'docs/handbook',
  LICENSE: 'LICENSE',
  NOTICE: 'NOTICE',
  'CHANGELOG.md': 'CHANGELOG.md',
  'CONTRIBUTING.md': 'CONTRIBUTING.md',
  'SECURITY.md': 'SECURITY.md',
};
/** Notes of the build, and what only people who change a package read: half of all files. */
const LEFT_OUT = /(?:^|\/)\.stamp[^/]*$|\.d\.[cm]?ts$|node_modules\/.*\.map$/;

const START = `#!/bin/sh
# 启动 Gongkai；按 Ctrl-C 结束。 Starts Gongkai; Ctrl-C ends it.
exec "$(dirname "$0")/gongkai" start
`;
const COMMAND = `#!/bin/sh
# gongkai <command>: docs/operations.md; "gongkai start" is the server.
if ! command -v node >/dev/null 2>&1; then
  echo "没有找到 Node.js：请安装 20.19 或更高版本。 There is no Node.js on the PATH: install 20.19 or later." >&2
  exit 1
fi
exec node "$(dirname "$0")/scripts/bundled.mjs" "$@"
`;

type Making = {
  readonly folder: string;
  readonly version: string;
  readonly target: Target;
  readonly packages: readonly BundledPackage[];
  readonly onProgress: (done: number, total: number) => void;
};

/**
 * Lays out what a machine without a registry needs.
 * @param folder a new one
 * @throws Error where a package is neither installed here nor to be fetched
 */
export async function stage({ folder, version, target, packages, onProgress }: Making): Promise<void> {
  // What has to be fetched first: without a registry that is told before half a gigabyte is copied.
  const kept = packages.filter(isInstalledHere);
  const missing = packages.filter((each) => !kept.includes(each) && isNeeded(each));
  for (const each of missing) await fetchPackage(each, path.join(folder, each.place));
  for (const [i, { place }] of kept.entries()) {
    copy(place, path.join(folder, place), true);
    onProgress(i + 1, kept.length);
  }
  for (const [to, from] of Object.entries(PARTS)) copy(from, path.join(folder, to), false);
  writeFileSync(path.join(folder, 'package.json'), manifest(version, target));
  for (const [name, text] of [['start.sh', START] as const, ['gongkai', COMMAND] as const]) {
    writeFileSync(path.join(folder, name), text);
    chmodSync(path.join(folder, name), 0o755);
  }
}

/** What npm has left out here although it is for every system, it can do without. */
function isNeeded(each: BundledPackage): boolean {
  if (!each.native && !each.optional)
    throw new Error(`${each.place} is not installed as package-lock.json names it: run "npm ci" first.`);
  return each.native;
}

/** A package without those below it, which have places of their own. */
function copy(from: string, to: string, isPackage: boolean): void {
  if (!existsSync(from)) throw new Error(`${from} is not here: a bundle is made in a whole checkout.`);
  mkdirSync(path.dirname(to), { recursive: true });
  const inner = path.join(from, 'node_modules');
  const filter = (source: string) => !LEFT_OUT.test(source) && !(isPackage && source === inner);
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, filter });
}

/** Only what Node.js asks for; and for which machine it was made. */
const manifest = (version: string, target: Target): string =>
  `${JSON.stringify({ name: 'gongkai', version, private: true, type: 'module', license: 'Apache-2.0', gongkai: { bundle: target } }, null, 2)}\n`;
