import { readFileSync } from 'node:fs';

/** What a bundle is made for. Its binaries are those for glibc, which servers have. */
export const TARGETS = ['linux-x64', 'linux-arm64'] as const;
export type Target = (typeof TARGETS)[number];

type Entry = {
  readonly version: string;
  readonly name?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
};

/** A package of the lock file, and where it lies below the root. `native`: made for one system and processor. */
export type BundledPackage = {
  readonly place: string;
  readonly name: string;
  readonly version: string;
  readonly integrity: string | undefined;
  readonly native: boolean;
  readonly optional: boolean;
};

/** What the servers load on a target, by the lock file: nothing that only builds and tests, nothing of other systems. @param lock the text of package-lock.json */
export function packagesFor(lock: string, target: Target): readonly BundledPackage[] {
  const { packages } = JSON.parse(lock) as { readonly packages: Readonly<Record<string, Entry>> };
  return Object.entries(packages)
    .filter(([place, entry]) => place !== '' && isShipped(entry) && isFor(target, place, entry))
    .map(([place, entry]) => bundled(place, entry));
}

/** Whether it lies here, in the version that the lock file names. */
export function isInstalledHere({ place, version }: BundledPackage): boolean {
  try {
    return (JSON.parse(readFileSync(`${place}/package.json`, 'utf8')) as Entry).version === version;
  } catch {
    return false;
  }
}

const isShipped = ({ dev = false, devOptional = false }: Entry): boolean => !dev && !devOptional;

function isFor(target: Target, place: string, { os, cpu, libc }: Entry): boolean {
  const [system = '', processor = ''] = target.split('-');
  // The lock file does not name the libc of every package; those for musl say it in their names.
  return admits(os, system) && admits(cpu, processor) && admits(libc, 'glibc') && !place.includes('musl');
}

function admits(list: readonly string[] = [], own: string): boolean {
  const names = list.filter((name) => !name.startsWith('!'));
  return !list.includes(`!${own}`) && (names.length === 0 || names.includes(own));
}

const bundled = (place: string, entry: Entry): BundledPackage => ({
  ...{ place, name: entry.name ?? place.split('node_modules/').at(-1) ?? place, version: entry.version },
  ...{ integrity: entry.integrity, native: entry.os !== undefined && entry.cpu !== undefined, optional: entry.optional ?? false },
});
