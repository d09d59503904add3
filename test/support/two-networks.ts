import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newExchangeKeys, type Side } from '@gongkai/platform';

const SIDES: readonly Side[] = ['portal', 'casework'];
const otherOf = (side: Side): Side => (side === 'portal' ? 'casework' : 'portal');

/** Two networks with nothing between them but somebody who carries packages from folder to folder. */
export class TwoNetworks {
  readonly #folder = mkdtempSync(path.join(tmpdir(), 'gongkai-networks-'));
  readonly keys = newExchangeKeys();
  /** How often each package is carried over. */
  times = 1;
  /** Packages that were carried so far, by the side that sent them. */
  readonly carried: Record<Side, number> = { portal: 0, casework: 0 };
  #walking: NodeJS.Timeout | undefined;

  constructor() {
    for (const side of SIDES) {
      for (const part of ['in', 'out']) mkdirSync(this.at(side, part), { recursive: true });
      writeFileSync(this.keyOf(side), this.keys[side]);
    }
  }

  /** The settings of a side. */
  settingsOf(side: Side): Readonly<Record<string, string>> {
    return { EXCHANGE_DIR: this.at(side), EXCHANGE_KEY: this.keyOf(side) };
  }

  at(side: Side, ...parts: readonly string[]): string {
    return path.join(this.#folder, side, ...parts);
  }

  keyOf(side: Side): string {
    return path.join(this.#folder, `${side}.key`);
  }

  namesIn(side: Side, part: string): string[] {
    return readdirSync(this.at(side, part));
  }

  /** Somebody goes to and fro from now on. */
  walk(): void {
    this.#walking = setInterval(() => this.carry(), 20);
  }

  carry(): void {
    for (const from of SIDES)
      for (const name of this.namesIn(from, 'out').filter((one) => one.endsWith('.gkx'))) {
        const [there, here] = [(n: number) => this.at(otherOf(from), 'in', `${n}-${name}`), this.at(from, 'out', name)];
        for (let n = 1; n < this.times; n += 1) copyFileSync(here, there(n));
        renameSync(here, there(0));
        this.carried[from] += 1;
      }
  }

  /** Everything that lies anywhere between the two, as bytes. */
  everything(): Buffer {
    const files = SIDES.flatMap((side) =>
      ['in', 'out'].flatMap((part) => this.namesIn(side, part).map((n) => this.at(side, part, n))),
    );
    return Buffer.concat(files.map((file) => readFileSync(file)));
  }

  end(): void {
    clearInterval(this.#walking);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
