import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './planted-tree.js';

const PLATFORM = path.join(REPOSITORY, 'libs/platform/src');

/** The variables that a file of settings reads: keys in capitals of its zod shape. */
const variablesIn = (file: string): string[] =>
  [...readFileSync(path.join(PLATFORM, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]+): (?:z\b|[a-z])/gm)].map(
    ([, name = '']) => name,
  );

/** Those of the table under Settings in docs/operations.md, as often as they stand there. */
function variablesTold(): string[] {
  const page = readFileSync(path.join(REPOSITORY, 'docs/operations.md'), 'utf8');
  const section = page.split('\n## ').find((text) => text.startsWith('Settings\n')) ?? '';
  const rows = section.split('\n').filter((line) => /^\| `[A-Z][A-Z0-9_]+`/.test(line));
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([A-Z0-9_]+)`/g)].map(([, name = '']) => name));
}

test('docs/operations.md tells of every setting once', () => {
  const files = readdirSync(PLATFORM, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('settings.ts'));
  const read = files.flatMap(variablesIn).sort();
  expect(read).toEqual(expect.arrayContaining(['CIPHER', 'OIDC_ISSUER', 'SECRET_KEY']));
  expect(variablesTold().sort()).toEqual(read);
});
