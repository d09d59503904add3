import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What the independent script says of an exported audit file. */
export type Proof = {
  readonly exit: number | null;
  readonly holds: boolean;
  readonly days: number;
  readonly entries: number;
  readonly keys: readonly string[];
  readonly late: readonly { readonly day: string; readonly signedOn: string }[];
  readonly problems: readonly { readonly day: string | null; readonly problem: string }[];
};

/** Runs `scripts/verify-audit.mjs` on a file, and on one that was exported earlier. */
export function prove(file: string, { earlier, key }: { readonly earlier?: string; readonly key?: string } = {}): Proof {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-proof-'));
  const put = (name: string, text: string): string => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  try {
    const since = earlier === undefined ? [] : ['--since', put('earlier.jsonl', earlier)];
    const named = key === undefined ? [] : ['--key', key];
    const args = [path.resolve('scripts/verify-audit.mjs'), put('audit.jsonl', file), ...since, ...named];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    return { exit: status, ...(JSON.parse(stdout) as Omit<Proof, 'exit'>) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
