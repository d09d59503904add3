import {
  canonicalJson,
  entryHash,
  hashPassword,
  newToken,
  sameSecret,
  SealBroken,
  Sealer,
  tokenHash,
  verifyPassword,
} from '@gongkai/platform';

const OLD = 'o'.repeat(32);
const NEW = 'n'.repeat(32);
const APPLICANT = { name: '王伟', idNumber: '110101199003070011' };

describe('a seal', () => {
  const sealer = new Sealer([OLD]);

  it('opens again, and never looks the same twice', () => {
    const sealed = sealer.seal(APPLICANT, 'applicant:1');
    expect(sealer.open(sealed, 'applicant:1')).toEqual(APPLICANT);
    expect(sealed.includes('110101')).toBe(false);
    expect(sealer.seal(APPLICANT, 'applicant:1').equals(sealed)).toBe(false);
  });

  it('of something long is packed first, and opens as any other', () => {
    const long = Array.from({ length: 100 }, () => APPLICANT);
    const packed = sealer.sealPacked(long, 'answer:1');
    expect(sealer.open(packed, 'answer:1')).toEqual(long);
    expect(packed.length).toBeLessThan(sealer.seal(long, 'answer:1').length / 5);
    expect(() => sealer.open(packed, 'answer:2')).toThrow(SealBroken);
    for (let i = 0; i < packed.length; i += 1) {
      const changed = Buffer.from(packed);
      changed.writeUInt8(changed.readUInt8(i) ^ 3, i);
      expect(() => sealer.open(changed, 'answer:1')).toThrow(SealBroken);
    }
  });

  it('does not open in another place, with another key, or changed', () => {
    const sealed = sealer.seal(APPLICANT, 'applicant:1');
    expect(() => sealer.open(sealed, 'applicant:2')).toThrow(SealBroken);
    expect(() => new Sealer([NEW]).open(sealed, 'applicant:1')).toThrow(/not in SECRET_KEY/);
    for (let i = 0; i < sealed.length; i += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(i) ^ 1, i);
      expect(() => sealer.open(changed, 'applicant:1')).toThrow(SealBroken);
    }
    expect(() => sealer.open(sealed.subarray(0, 20), 'applicant:1')).toThrow(SealBroken);
  });

  it('made with an older key opens after the change of keys, and is known as old', () => {
    const sealed = sealer.seal(APPLICANT, 'applicant:1');
    const rotated = new Sealer([NEW, OLD]);
    expect(rotated.open(sealed, 'applicant:1')).toEqual(APPLICANT);
    expect(rotated.isCurrent(sealed)).toBe(false);
    expect(rotated.isCurrent(rotated.seal(APPLICANT, 'applicant:1'))).toBe(true);
  });
});

describe('a password', () => {
  it('is kept as argon2id and known again', async () => {
    const kept = await hashPassword('公开-2026');
    // 19 MiB twice over: what a table of guesses costs whoever has stolen the hash.
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await verifyPassword(kept, '公开-2026')).toBe(true);
    expect(await verifyPassword(kept, '公开-2027')).toBe(false);
    expect(await verifyPassword('no hash', 'no hash')).toBe(false);
  });
});

describe('a token', () => {
  it('is long, new, and kept as its hash', () => {
    const token = newToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(newToken()).not.toBe(token);
    expect(tokenHash(token)).toMatch(/^[0-9a-f]{64}$/);
    expect([sameSecret(token, token), sameSecret(token, newToken()), sameSecret(token, '')]).toEqual([true, false, false]);
  });
});

describe('canonical JSON', () => {
  // The examples of RFC 8785, sections 3.2.2 and 3.2.3.
  it('is the text of RFC 8785', () => {
    const value: unknown = JSON.parse(String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`);
    expect(canonicalJson(value)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  it('orders keys by UTF-16 code units', () => {
    const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    const order = [...canonicalJson(value).matchAll(/:(\d)/g)].map((match) => Number(match[1]));
    expect(order).toEqual([2, 4, 6, 7, 1, 5, 3]);
  });

  it.each([[NaN], [Infinity], ['\ud800'], [undefined]])('has no words for %j', (value) => {
    expect(() => canonicalJson(value)).toThrow();
  });

  it('hashes an entry whatever the order of its fields', () => {
    const hash = entryHash({ seq: 1, fact: { b: '二', a: 1 } });
    expect(hash).toBe(entryHash({ fact: { a: 1, b: '二' }, seq: 1 }));
    expect(hash).toBe('757953130fc27b6b4771108a77d6c2f84873ba884584335bd24cb4fb9736abb5');
  });
});
