import fs from 'node:fs';
import path from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { run } from './run.mjs';
import { at, explainWriting, Obstacle, tell } from './tree.mjs';

const STAMP = at('dist/.stamp');
/** Compiled files wait here, as deep in the tree as dist, so that their source maps stay right. */
const STAGE = '.dist';
const SETTINGS = ['nest-cli.json', '.swcrc', 'tsconfig.json', 'tsconfig.base.json', 'package.json', 'package-lock.json'];

/** Whether dist holds the sources as they are now. */
export function isBuilt() {
  return fs.existsSync(STAMP) && fs.readFileSync(STAMP, 'utf8') === fingerprint();
}

/** Compiles every project of nest-cli.json and only then puts the result in place of the old one, project by project. */
export async function build() {
  tell('Building …');
  const before = fingerprint();
  const roots = projects().map(({ root }) => root);
  try {
    clean(roots);
    await compile();
    fs.rmSync(STAMP, { force: true });
    for (const root of roots) replace(root);
    clean(roots);
    fs.writeFileSync(STAMP, before);
  } catch (error) {
    throw explainWriting(error);
  }
}

async function compile() {
  const config = JSON.parse(fs.readFileSync(at('nest-cli.json'), 'utf8'));
  config.compilerOptions.builder.options.outDir = STAGE;
  fs.mkdirSync(at(STAGE), { recursive: true });
  fs.writeFileSync(at(STAGE, 'nest-cli.json'), JSON.stringify(config));
  const nest = at('node_modules/@nestjs/cli/bin/nest.js');
  const { code, output } = await run(process.execPath, [nest, 'build', '--all', '--config', path.join(STAGE, 'nest-cli.json')]);
  if (code !== 0) throw new Obstacle(`${output}\nThe build failed: what the compiler says above has to be solved first.`);
}

function replace(root) {
  const fresh = at(STAGE, root);
  if (!fs.existsSync(fresh)) throw new Obstacle(`The build made nothing of ${root}, which nest-cli.json names.`);
  const old = at(STAGE, 'old', root);
  fs.mkdirSync(path.dirname(old), { recursive: true });
  fs.mkdirSync(path.dirname(at('dist', root)), { recursive: true });
  if (fs.existsSync(at('dist', root))) fs.renameSync(at('dist', root), old);
  fs.renameSync(fresh, at('dist', root));
}

function clean(roots) {
  for (const root of [...roots, 'old']) fs.rmSync(at(STAGE, root), { recursive: true, force: true });
}

const projects = () => Object.values(JSON.parse(fs.readFileSync(at('nest-cli.json'), 'utf8')).projects);

const fingerprint = () =>
  fingerprintOf(
    SETTINGS,
    projects().map(({ sourceRoot }) => sourceRoot),
  );
