import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * What is wrong with a bag, by the words of RFC 8493; nothing where it is complete and valid. It was written from the text of the RFC and
 * knows nothing of what makes bags here.
 */
export function faultsOf(bag: string): string[] {
  if (!existsSync(path.join(bag, 'data'))) return ['there is no data/ (§2.1.2)'];
  const tops = readdirSync(bag);
  const payload = filesBelow(bag, 'data');
  const manifests = tops.filter((name) => /^manifest-\w+\.txt$/.test(name));
  return [
    ...declarationFaults(bag),
    ...(manifests.length === 0 ? ['there is no payload manifest (§2.1.3)'] : []),
    ...manifests.flatMap((name) => manifestFaults(bag, name, payload)),
    ...tops.filter((name) => /^tagmanifest-\w+\.txt$/.test(name)).flatMap((name) => tagManifestFaults(bag, name, manifests)),
    ...oxumFaults(bag, payload),
  ];
}

const DECLARATION = /^BagIt-Version: \d+\.\d+\r?\nTag-File-Character-Encoding: UTF-8\r?\n?$/;

function declarationFaults(bag: string): string[] {
  const file = path.join(bag, 'bagit.txt');
  if (!existsSync(file)) return ['there is no bagit.txt (§2.1.1)'];
  return DECLARATION.test(readFileSync(file, 'utf8')) ? [] : ['bagit.txt does not declare a bag in UTF-8 (§2.1.1)'];
}

function filesBelow(bag: string, folder: string): string[] {
  const all = readdirSync(path.join(bag, folder), { recursive: true, encoding: 'utf8' });
  return all.map((name) => `${folder}/${name}`).filter((name) => statSync(path.join(bag, name)).isFile());
}

type Line = { readonly sum: string; readonly path: string };

/** The lines of a manifest; of the signs that are written with `%` there are three. */
function linesOf(bag: string, manifest: string): Line[] {
  const lines = readFileSync(path.join(bag, manifest), 'utf8')
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '');
  return lines.map((line) => {
    const [, sum = '', name = ''] = /^([0-9a-fA-F]+)[ \t]+(.+)$/.exec(line) ?? [];
    return {
      sum: sum.toLowerCase(),
      path: name.replace(/%(0D|0A|25)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
    };
  });
}

const algorithmOf = (manifest: string): string => /-(\w+)\.txt$/.exec(manifest)?.[1] ?? '';

function sumFault(bag: string, manifest: string, { sum, path: name }: Line): string[] {
  const file = path.join(bag, name);
  if (!existsSync(file)) return [`${name} is not there (§3)`];
  const found = createHash(algorithmOf(manifest)).update(readFileSync(file)).digest('hex');
  return found === sum ? [] : [`${name} is not what ${manifest} says (§3)`];
}

const leadsOut = (name: string): boolean => name.startsWith('/') || name.startsWith('~') || name.split('/').includes('..');

function manifestFaults(bag: string, manifest: string, payload: readonly string[]): string[] {
  const lines = linesOf(bag, manifest);
  const listed = lines.map((line) => line.path);
  const within = lines.filter((line) => line.path.startsWith('data/') && !leadsOut(line.path));
  return [
    ...lines
      .filter((line) => !within.includes(line))
      .map((line) => `${manifest} leads out of the payload: ${line.path} (§2.1.3, §5)`),
    ...listed.filter((name, i) => listed.indexOf(name) !== i).map((name) => `${manifest} names ${name} twice (§2.1.3)`),
    ...payload.filter((name) => !listed.includes(name)).map((name) => `${name} is not in ${manifest} (§3)`),
    ...within.flatMap((line) => sumFault(bag, manifest, line)),
  ];
}

function tagManifestFaults(bag: string, tagManifest: string, manifests: readonly string[]): string[] {
  const lines = linesOf(bag, tagManifest);
  const listed = lines.map((line) => line.path);
  return [
    ...listed
      .filter((name) => name.startsWith('data/') || name.startsWith('tagmanifest-') || leadsOut(name))
      .map((name) => `${tagManifest} names ${name} (§2.2.1)`),
    ...manifests.filter((name) => !listed.includes(name)).map((name) => `${name} is not in ${tagManifest} (§2.2.1)`),
    ...lines.filter((line) => !leadsOut(line.path)).flatMap((line) => sumFault(bag, tagManifest, line)),
  ];
}

function oxumFaults(bag: string, payload: readonly string[]): string[] {
  const file = path.join(bag, 'bag-info.txt');
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const odd = lines.filter((line) => !/^[^\s:][^:]*: \S/.test(line) && !/^\s+\S/.test(line));
  const told = lines.filter((line) => /^payload-oxum: /i.test(line)).map((line) => line.slice('Payload-Oxum: '.length).trim());
  const octets = payload.reduce((sum, name) => sum + statSync(path.join(bag, name)).size, 0);
  const right = `${String(octets)}.${String(payload.length)}`;
  return [
    ...odd.map((line) => `bag-info.txt has a line without label and value: ${line} (§2.2.2)`),
    ...(told.length > 1 ? ['Payload-Oxum is told more than once (§2.2.2)'] : []),
    ...told.filter((oxum) => oxum !== right).map((oxum) => `Payload-Oxum is ${oxum}, and there are ${right} (§2.2.2)`),
  ];
}
