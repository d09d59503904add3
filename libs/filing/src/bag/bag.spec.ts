import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Bag } from './bag.js';
import { inManifest, safeName } from './names.js';
import type { Target } from './target.js';
import { archiveEnd, directoryEntry } from './zip-records.js';
import { zipTarget } from './zip-target.js';

const AT = new Date('2026-03-02T01:00:00Z');

/** Keeps what was put into it. */
function inMemory(): Target & { readonly files: Map<string, string> } {
  const files = new Map<string, string>();
  return {
    files,
    put: async (path, content) => void files.set(path, (await buffer(content)).toString()),
    end: () => Promise.resolve(),
  };
}

test('a manifest writes what would break a line, and the sign for that, with % (RFC 8493 §2.1.3)', async () => {
  const target = inMemory();
  const bag = new Bag(target);
  await bag.addText('100%\r\n已公开.txt', 'x');
  await bag.close({ 'External-Description': 'two\nlines' });
  expect(target.files.get('manifest-sha256.txt')).toMatch(/^[0-9a-f]{64} {2}data\/100%25%0D%0A已公开\.txt\n$/);
  expect(target.files.get('bag-info.txt')).toBe('External-Description: two lines\nPayload-Oxum: 1.1\n');
  expect(inManifest('data/%0A')).toBe('data/%250A');
});

test.each([
  ['关于“拆除”的答复书.pdf', '关于“拆除”的答复书.pdf'],
  ['50% of a/b\\c:*?.pdf', '50％ of a／b＼c：＊？.pdf'],
  ['..', '_'],
  ['\u0000\u202e.pdf', '_.pdf'],
  [`${'长'.repeat(200)}.docx`, `${'长'.repeat(65)}.docx`],
])('%j can be kept everywhere', (given, kept) => {
  expect(safeName(given)).toBe(kept);
});

test('an archive with more files, or further ones, than the old numbers hold tells them in new ones', () => {
  const end = archiveEnd({ count: 70_000, size: 9_000_000, offset: 5_000_000_000 });
  expect([end.readUInt32LE(0), end.readBigUInt64LE(32), end.readBigUInt64LE(48)]).toEqual([0x06064b50, 70_000n, 5_000_000_000n]);
  const far = directoryEntry({ name: Buffer.from('a'), crc: 1, size: 2, offset: 5_000_000_000 }, AT);
  expect([far.readUInt32LE(42), far.readBigUInt64LE(51)]).toEqual([0xffffffff, 5_000_000_000n]);
});

test('an archive says that Unix made it, or unzip spoils the Chinese names and no check sum is found', () => {
  const entry = directoryEntry({ name: Buffer.from('答复书.pdf'), crc: 1, size: 2, offset: 3 }, AT);
  expect([entry[5], entry.readUInt32LE(38) >>> 16]).toEqual([3, 0o100644]);
});

test('when nobody reads any more, nothing more is written', async () => {
  const out = new PassThrough();
  const target = zipTarget(out, AT);
  const endless = async function* () {
    for (;;) yield await Promise.resolve(Buffer.alloc(65_536));
  };
  const writing = target.put('a', endless());
  out.destroy();
  await expect(writing).rejects.toThrow('aborted');
});
