import { outlookPack, packedFile, packedLetter } from '../../../../test/support/outlook-packs.js';
import { isOutlookPack, unpack } from './outlook-pack.js';

const ask = packedFile({ title: 'ASK~1.PDF', longName: '信息公开申请表.pdf', content: Buffer.from('%PDF-') });
/** 申请表.txt in GB 18030. */
const old = packedFile({ title: Buffer.from('c9eac7ebb1ed2e747874', 'hex'), content: Buffer.from('ask') });
const told = (pack: Buffer): unknown => {
  const { files, isWhole } = unpack(pack);
  return [...files.map(({ name, content }) => [name, content.toString()]), isWhole];
};

test('files come out of a pack under their full names, or under the old one in the letters of the machine', () => {
  const pack = outlookPack(ask, old);
  expect(isOutlookPack(pack)).toBe(true);
  expect(told(pack)).toEqual([['信息公开申请表.pdf', '%PDF-'], ['申请表.txt', 'ask'], true]);
});

test('a pack without files has nothing else in it', () => {
  expect(told(outlookPack())).toEqual([true]);
});

test('of a letter in the letter the files are taken, and it is told that there is more', () => {
  expect(told(outlookPack(packedLetter(outlookPack(ask)), old))).toEqual([
    ['信息公开申请表.pdf', '%PDF-'],
    ['申请表.txt', 'ask'],
    false,
  ]);
});

test('letters in letters are followed so far and no further', () => {
  const deep = Array.from({ length: 50 }).reduce<Buffer>((pack) => outlookPack(packedLetter(pack)), outlookPack(ask));
  expect(told(deep)).toEqual([false]);
});

test('what breaks off gives what is whole in it, and it is told', () => {
  expect(told(outlookPack(ask, old).subarray(0, -3))).toEqual([['信息公开申请表.pdf', '%PDF-'], false]);
});

test('wherever it is cut or spoilt, no more comes out than went in', () => {
  const pack = outlookPack(ask, packedLetter(outlookPack(old)));
  for (let at = 4; at < pack.length; at += 1) {
    const spoilt = Buffer.from(pack).fill(0xff, at, Math.min(at + 4, pack.length));
    for (const odd of [spoilt, pack.subarray(0, at)])
      expect(unpack(odd).files.reduce((size, { content }) => size + content.length, 0)).toBeLessThanOrEqual(pack.length);
  }
});
