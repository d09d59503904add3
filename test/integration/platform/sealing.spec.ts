import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createCipheriv, createHash, createHmac, hkdfSync } from 'node:crypto';
import { readSettings, SealBroken, Sealer } from '@gongkai/platform';
import fc from 'fast-check';
import { CIPHER_NAMES, CIPHERS } from '../../../libs/platform/src/sealing/ciphers.js';
import { SEALING_TOGETHERS } from '../../../libs/platform/src/sealing/sealing-settings.js';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const sm3 = (text: string): string => createHash('sm3').update(text).digest('hex');

/** One block, as the standard describes it: nothing of modes and nonces. */
function sm4Block(key: Buffer, block: Buffer): Buffer {
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
  return Buffer.concat([cipher.update(block), cipher.final()]);
}

describe('the OpenSSL of Node.js computes as the standards say', () => {
  test('SM3: both examples of GB/T 32905, appendix A', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  test('SM4: the first example of GB/T 32907, appendix A', () => {
    const key = hex('01234567 89abcdef fedcba98 76543210');
    expect(sm4Block(key, key)).toEqual(hex('681edf34 d206965e 86b3e94f 536e4246'));
  });

  test('SM4: the second, the same a million times over', () => {
    const key = hex('01234567 89abcdef fedcba98 76543210');
    const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false);
    let block = key;
    for (let i = 0; i < 1_000_000; i += 1) block = cipher.update(block);
    expect(block).toEqual(hex('595298c7 c6fd271f 0402f804 c33d3f66'));
  });
});

const place = fc.string({ maxLength: 40 });
const cipher = fc.constantFrom(...CIPHER_NAMES);
const value = fc.jsonValue();
const seal = (sealer: Sealer, isPacked: boolean, said: unknown): Buffer =>
  isPacked ? sealer.sealPacked(said, 'here') : sealer.seal(said, 'here');

describe('whatever is sealed', () => {
  test('opens with each cipher, packed or not, and nowhere else', () => {
    fc.assert(
      fc.property(value, fc.tuple(place, place), cipher, fc.boolean(), (said, [here, there], by, isPacked) => {
        const sealer = new Sealer([OLD], by);
        const sealed = isPacked ? sealer.sealPacked(said, here) : sealer.seal(said, here);
        expect(sealer.open(sealed, here)).toEqual(JSON.parse(JSON.stringify(said)));
        if (here !== there) expect(() => sealer.open(sealed, there)).toThrow(SealBroken);
      }),
      { numRuns: 200 },
    );
  });

  test('does not open with one bit turned', () => {
    fc.assert(
      fc.property(value, cipher, fc.boolean(), fc.tuple(fc.nat(), fc.nat(7)), (said, by, isPacked, [at, bit]) => {
        const sealer = new Sealer([OLD], by);
        const sealed = seal(sealer, isPacked, said);
        const i = at % sealed.length;
        sealed.writeUInt8(sealed.readUInt8(i) ^ (1 << bit), i);
        expect(() => sealer.open(sealed, 'here')).toThrow(SealBroken);
      }),
      { numRuns: 400 },
    );
  });

  test('opens whichever key and cipher seal today, and is sealed again by them', () => {
    fc.assert(
      fc.property(value, cipher, cipher, fc.boolean(), (said, before, now, isPacked) => {
        const then = new Sealer([OLD], before);
        const rotated = new Sealer([NEW, OLD], now);
        const sealed = seal(then, isPacked, said);
        expect([rotated.isCurrent(sealed), rotated.knows(then.currentKey().toString('hex'))]).toEqual([false, true]);
        const again = rotated.sealAgain(sealed, 'here');
        expect([rotated.isCurrent(again), again[0]]).toEqual([true, CIPHERS[now].formats[isPacked ? 'packed' : 'plain']]);
        expect(new Sealer([NEW], before).open(again, 'here')).toEqual(JSON.parse(JSON.stringify(said)));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the cipher is part of what is current', () => {
  test('another cipher under the same key is not', () => {
    const [aes, sm4] = [new Sealer([OLD]), new Sealer([OLD], 'sm4')];
    expect([aes.isCurrent(sm4.seal(1, '')), sm4.isCurrent(aes.seal(1, ''))]).toEqual([false, false]);
    expect(sm4.isCurrent(sm4.seal(1, ''))).toBe(true);
  });

  test('what SM4 has sealed does not pass for AES, nor the reverse', () => {
    for (const [by, format] of [['aes', 3] as const, ['sm4', 1] as const]) {
      const sealed = new Sealer([OLD], by).seal('x'.repeat(60), 'here');
      sealed.writeUInt8(format, 0);
      expect(() => new Sealer([OLD], by).open(sealed, 'here')).toThrow(SealBroken);
    }
  });
});

/** Written from the words of docs/decisions/0170 alone, with single blocks of SM4 and a counter of our own. */
test('the bytes of SM4 are what docs/decisions/0170 says they are', () => {
  const said = { name: '王伟', phone: '13800138000', more: 'x'.repeat(100) };
  const sealed = new Sealer([OLD], 'sm4').seal(said, 'applicant:1');
  const derived = (purpose: string, bytes: number) => Buffer.from(hkdfSync('sm3', OLD, 'gongkai', `sealing ${purpose}`, bytes));
  const [id, iv, tag, body] = [sealed.subarray(1, 5), sealed.subarray(5, 21), sealed.subarray(21, 53), sealed.subarray(53)];
  expect([sealed[0], id]).toEqual([3, derived('sm4 key id', 4)]);

  const length = hex('0000000b');
  const bound = Buffer.concat([hex('03'), id, iv, length, Buffer.from('applicant:1'), body]);
  expect(createHmac('sm3', derived('sm4 mac', 32)).update(bound).digest()).toEqual(tag);

  const start = BigInt(`0x${iv.toString('hex')}`);
  const stream = Array.from({ length: Math.ceil(body.length / 16) }, (_, i) => {
    const counter = BigInt.asUintN(128, start + BigInt(i))
      .toString(16)
      .padStart(32, '0');
    return sm4Block(derived('sm4 key', 16), hex(counter));
  });
  const key = Buffer.concat(stream);
  expect(JSON.parse(Buffer.from(body.map((byte, i) => byte ^ (key[i] ?? 0))).toString())).toEqual(said);
});

describe('CIPHER', () => {
  const { isOffered } = CIPHERS.sm4;
  afterEach(() => Object.assign(CIPHERS.sm4, { isOffered }));
  const read = (CIPHER: string) => readSettings({ SECRET_KEY: OLD, CIPHER });

  test('chooses, and nothing else is known', () => {
    expect([read('sm4').cipher, read('aes').cipher]).toEqual(['sm4', 'aes']);
    expect(Sealer.of(read('sm4')).algorithm).toBe('SM4-CTR with HMAC-SM3');
    expect(() => read('des')).toThrow(/CIPHER has to be aes or sm4/);
  });

  test('is refused where OpenSSL has no Chinese algorithms, and what they sealed says why it does not open', () => {
    const sealed = new Sealer([OLD], 'sm4').seal(1, '');
    Object.assign(CIPHERS.sm4, { isOffered: () => false });
    expect(SEALING_TOGETHERS.map(({ isWrong }) => isWrong({ CIPHER: 'sm4' }))).toEqual([true]);
    expect(() => read('sm4')).toThrow(/CIPHER is sm4, but the OpenSSL of this Node.js has no SM4 and SM3/);
    expect(read('aes').cipher).toBe('aes');
    expect(() => new Sealer([OLD]).open(sealed, '')).toThrow(/has no SM4-CTR with HMAC-SM3/);
  });
});

test('no program seals past the setting: each makes its sealer of the settings', () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('sealing/sealer.ts'))
      .map((file) => path.join(folder, file)),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((file) => readFileSync(file, 'utf8').includes('new Sealer('))).toEqual([]);
});
