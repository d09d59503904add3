import { existsSync, mkdtempSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command, Option } from 'commander';
import { progressOf } from '../audit-progress.js';
import { pack, writeSums } from '../bundle/archive.js';
import { packagesFor, TARGETS, type Target } from '../bundle/packages.js';
import { stage } from '../bundle/stage.js';

const LOCK = 'package-lock.json';

type Options = { readonly platform: Target; readonly out: string; readonly level: string };
const LEVELS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];

/** `gongkai bundle`: one archive for machines that reach no registry. */
export function bundleCommand(): Command {
  const own = TARGETS.find((target) => target === `${process.platform}-${process.arch}`);
  const platform = new Option('--platform <name>', 'the machines it is for').choices(TARGETS);
  if (own === undefined) platform.makeOptionMandatory();
  else platform.default(own);
  return new Command('bundle')
    .description(
      'pack modules, builds, configuration and PostgreSQL into one archive, to install without the internet (JSON); for another processor npm has to reach its registry',
    )
    .addOption(platform)
    .option('--out <folder>', 'where the archive is put', '.')
    .addOption(new Option('--level <number>', 'how hard it is packed (gzip): 1 is quick, 9 small').choices(LEVELS).default('6'))
    .action(async (options: Options) => console.log(JSON.stringify(await made(options))));
}

/** Written aside, and given its name when it is whole. @throws Error where it is there already, or this is no checkout */
async function made({ platform, out, level }: Options): Promise<Readonly<Record<string, string | number>>> {
  if (!existsSync(LOCK)) throw new Error('A bundle is made in a checkout of the repository, not in an installed bundle.');
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const name = `gongkai-${version}-${platform}`;
  const file = path.join(out, `${name}.tar.gz`);
  if (existsSync(file)) throw new Error(`${file} is there already: remove it, or name another folder with --out.`);
  mkdirSync(out, { recursive: true });
  const work = mkdtempSync(path.join(out, '.bundle-'));
  try {
    const folder = path.join(work, name);
    const packages = packagesFor(readFileSync(LOCK, 'utf8'), platform);
    await stage({ folder, version, target: platform, packages, onProgress: progressOf('packages copied') });
    const files = await writeSums(folder);
    console.error('Packing …');
    const draft = path.join(work, path.basename(file));
    const sha256 = await pack(folder, draft, Number(level));
    renameSync(draft, file);
    writeFileSync(`${file}.sha256`, `${sha256}  ${path.basename(file)}\n`);
    return { file, platform, version, packages: packages.length, files, bytes: statSync(file).size, sha256 };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
