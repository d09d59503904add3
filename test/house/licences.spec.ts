import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'yaml';
import { REPOSITORY } from './planted-tree.js';

type Shipped = { readonly place: string; readonly name: string; readonly license: string | undefined };
type Exception = { readonly package: string; readonly licence: string; readonly reason: string };
type Licences = { readonly allowed: readonly string[]; readonly exceptions: readonly Exception[] };

const at = (...parts: string[]): string => path.join(REPOSITORY, ...parts);
const read = (file: string): string => readFileSync(at(file), 'utf8');
const { allowed, exceptions } = parse(read('docs/security/licences.yaml')) as Licences;

const fits = ({ package: pattern, licence }: Exception, name: string, its: string): boolean =>
  its === licence && new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(name);

/** Of a choice one has to be allowed, of several that hold together each. */
const isAllowed = (licence: string): boolean =>
  licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one)));

/** What an installed package says itself; on this machine not every one is. */
function licenceOf({ place, license }: Shipped): string {
  const file = `${place}/package.json`;
  const own = existsSync(at(file)) ? (JSON.parse(read(file)) as { license?: unknown }).license : undefined;
  return typeof own === 'string' ? own : (license ?? 'none');
}

/** Those that are neither allowed nor an exception, each with its licence. */
const notCovered = (packages: readonly Shipped[]): string[] =>
  packages.flatMap((one) => {
    const licence = licenceOf(one);
    const covered = isAllowed(licence) || exceptions.some((exception) => fits(exception, one.name, licence));
    return covered ? [] : [`${one.place} ${licence}`];
  });

describe('the licences of what is shipped', () => {
  let packages: readonly Shipped[];
  beforeAll(async () => {
    const module = (await import(pathToFileURL(at('scripts/support/shipped.mjs')).href)) as { shipped: () => Shipped[] };
    packages = module.shipped();
  });

  it('are those of the list, or exceptions with their reasons', () => {
    expect(notCovered(packages)).toEqual([]);
  });

  it('are those of the servers and of what is built into the screens, and of no tool', () => {
    const names = new Set(packages.map(({ name }) => name));
    for (const one of ['fastify', 'pg', 'sharp', 'react', 'antd', 'zrender', 'altcha-lib']) expect(names).toContain(one);
    for (const one of ['jest', 'vite', 'typescript', 'playwright-core']) expect(names).not.toContain(one);
  });

  it('are none that nothing is shipped under any more', () => {
    const unused = exceptions.filter((exception) => !packages.some((one) => fits(exception, one.name, licenceOf(one))));
    expect(unused).toEqual([]);
    expect(exceptions.filter(({ reason }) => reason.trim() === '')).toEqual([]);
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0-only', 'SSPL-1.0', 'UNLICENSED', 'MIT AND GPL-2.0-only', undefined])(
    'may not be %s',
    (license) => {
      expect(notCovered([{ place: 'node_modules/none-such', name: 'none-such', license }])).toHaveLength(1);
    },
  );
});
