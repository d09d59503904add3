import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newExchangeKeys } from '@gongkai/platform';
import { Command } from 'commander';

/** `gongkai exchange`: what a portal in a network without any way to the casework needs. */
export function exchangeCommand(): Command {
  const program = new Command('exchange').description('the exchange of packages between two networks (EXCHANGE_DIR)');
  program
    .command('keys')
    .description('make the keys of both sides: portal.key for the portal, casework.key for the casework')
    .argument('<folder>', 'where both are written; nothing that is there is written over')
    .action((folder: string) => {
      for (const file of writeKeys(folder)) console.log(file);
    });
  return program;
}

function writeKeys(folder: string): string[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const placeOf = (side: string): string => path.join(folder, `${side}.key`);
  const keys = Object.entries(newExchangeKeys());
  const there = keys.map(([side]) => placeOf(side)).find((file) => existsSync(file));
  if (there !== undefined) throw new Error(`${there} is there already: name another folder, or move the old keys away first.`);
  return keys.map(([side, text]) => {
    const file = placeOf(side);
    writeFileSync(file, `${text}\n`, { mode: 0o600, flag: 'wx' });
    return file;
  });
}
