import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { SystemClock } from '../clock.js';
import { exchangeKeysIn, newExchangeKeys } from './exchange-keys.js';
import { Mailbox } from './mailbox.js';
import type { Content } from './packed.js';

const HOUR = 3_600_000;
const ID = '7f6f6a5e-6f0b-4a1e-9c42-0b7c7a1f2d11';
const files = newExchangeKeys();

describe('the folder of a side', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-mailbox-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const said: string[] = [];
  let now = new SystemClock().now().getTime();
  const boxOf = (side: 'portal' | 'casework', name: string): Mailbox =>
    new Mailbox(
      path.join(folder, name),
      exchangeKeysIn(files[side]),
      { warn: (_: object, why?: string) => said.push(why ?? '') },
      { deviceTime: () => new Date(now) },
    );
  const carry = (from: string, to: string, as = `${ID}.gkx`): void =>
    copyFileSync(path.join(folder, from, 'out', `${ID}.gkx`), path.join(folder, to, 'in', as));
  const takenFrom = async (box: Mailbox): Promise<Content[]> => {
    const all: Content[] = [];
    for await (const content of box.taken()) all.push(content);
    return all;
  };

  it('hands a package over once, to one of several processes, however often it comes', async () => {
    const [portal, one, another] = [boxOf('portal', 'p'), boxOf('casework', 'c'), boxOf('casework', 'c')];
    await portal.send(ID, { head: { kind: 'request' }, body: Buffer.from('x') });
    expect(await portal.waiting()).toBeLessThan(HOUR);
    carry('p', 'c');
    carry('p', 'c', 'again.gkx');
    const [first, second] = await Promise.all([takenFrom(one), takenFrom(another)]);
    expect([...first, ...second].map(({ head }) => head)).toEqual([{ kind: 'request', id: ID, packedAt: now }]);
    carry('p', 'c');
    expect(await takenFrom(one)).toEqual([]);
    expect(readdirSync(path.join(folder, 'c', 'in'))).toEqual([]);
  });

  it('forgets a package when it would be too old to be acted on, and acts on none so old', async () => {
    const inside = boxOf('casework', 'c');
    now += 25 * HOUR;
    expect(await boxOf('portal', 'p').waiting()).toBeGreaterThan(24 * HOUR);
    await inside.tidy();
    expect(readdirSync(path.join(folder, 'c', 'seen'))).toEqual([ID]);
    now += 25 * HOUR;
    await inside.tidy();
    expect(readdirSync(path.join(folder, 'c', 'seen'))).toEqual([]);
    carry('p', 'c');
    expect(await takenFrom(inside)).toEqual([]);
    expect(readdirSync(path.join(folder, 'c', 'refused'))).toEqual([`${ID}.gkx`]);
    expect(said.at(-1)).toContain('longer than a day');
  });
});
