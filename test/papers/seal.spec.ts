import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { localDate } from '@gongkai/calendar';
import { ManualClock } from '@gongkai/platform';
import { Papers, type SealService } from '@gongkai/correspondence';
import type { Person, StoredFiles } from '@gongkai/casework';
import forge from 'node-forge';
import { text } from 'node:stream/consumers';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { P12Seal } from '../../libs/correspondence/src/seal/p12-seal.js';
import { pdfsig, pdftotext, suiteNeeding } from '../support/tools.js';
import { paperOf, sources, tellingOf } from './worked-case.js';

const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-seal-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PASSWORD = '密码 1';
const ORGAN = '云川市城市管理综合行政执法局';

/** A key with a certificate that it signed itself, as an office would get one from its authority. */
function makeP12(file: string): void {
  const { privateKey, publicKey } = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  Object.assign(certificate, { publicKey, serialNumber: '01' });
  certificate.validity.notBefore.setUTCFullYear(2026, 0, 1);
  certificate.validity.notAfter.setUTCFullYear(2027, 0, 1);
  // As an authority writes them: letters beyond those of ASCII in UTF-8, others as they are.
  // The declarations take the kind of a text for another number.
  const utf8: number = forge.asn1.Type.UTF8;
  const valueTagClass: forge.asn1.Class = utf8;
  const subject: forge.pki.CertificateField[] = [
    { name: 'countryName', value: 'CN' },
    { name: 'organizationName', value: ORGAN, valueTagClass },
    { name: 'commonName', value: '政府信息公开专用章', valueTagClass },
  ];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.sign(privateKey, forge.md.sha256.create());
  const store = forge.pkcs12.toPkcs12Asn1(privateKey, certificate, PASSWORD, { algorithm: '3des' });
  writeFileSync(file, Buffer.from(forge.asn1.toDer(store).getBytes(), 'latin1'));
}

/** What an independent program says of the signatures in a file. */
function verified(content: Buffer): string {
  const file = path.join(folder, 'paper.pdf');
  writeFileSync(file, content);
  return spawnSync(pdfsig(), ['-nocert', file], { encoding: 'utf8' }).stdout;
}

/** The papers of an office whose files are kept here. */
function anOffice(kept: Map<string, string>, matter = tellingOf('reply').matter): Papers {
  const pressed = [Buffer.from('pdf'), Buffer.from('docx')] as const;
  const seal: SealService = {
    seals: (code) => code === 'bureau',
    seal: (pdf) => Promise.resolve(Buffer.concat([pdf, Buffer.from(' sealed')])),
  };
  const parts = {
    sources,
    press: { fonts: { has: () => true, families: [] }, ready: () => Promise.resolve(), print: () => Promise.resolve(pressed) },
    seal,
    source: {
      query: (sql: string) =>
        Promise.resolve(sql.includes('FROM organ') ? [{ name: ORGAN, guide: tellingOf('reply').organ.guide }] : []),
    },
    queries: { paperMatter: () => Promise.resolve(matter) },
    files: {
      keepLoose: async ({ content, claim: { name } }: Parameters<StoredFiles['keepLoose']>[0]) => {
        kept.set(name, await text(content));
        return { id: name, name, size: 1, type: '' };
      },
    },
  };
  return new Papers(parts as unknown as ConstructorParameters<typeof Papers>[0]);
}

const actor = { id: 'the-approver', organId: tellingOf('reply').matter.organId } as Person;

test('what a step issues is sealed before its hash is taken; what is only looked at is not', async () => {
  const kept = new Map<string, string>();
  const papers = anOffice(kept);
  const make = await papers.maker({ type: 'signReply' }, actor);
  await make?.(tellingOf('reply').matter);
  const [number] = [...kept.keys()];
  expect([...kept.values()]).toEqual(['pdf sealed', 'docx']);
  expect(number).toMatch(/^答复书.*号\.pdf$/);
  await papers.of({ kind: 'registration_form' }, { actor, caseId: 'case-1', language: 'en' });
  expect([...kept.values()].slice(2)).toEqual(['pdf', 'docx']);
});

test('a letter of which the case keeps no copy is drawn without the seal, for nobody knows what went out; of one that was brought there is a preview', async () => {
  const kept = new Map<string, string>();
  const { matter } = tellingOf('reply');
  const drawReply = (papers: Papers) => papers.of({ kind: 'reply' }, { actor, caseId: 'case-1', language: 'en' });
  await drawReply(anOffice(kept));
  expect([...kept.values()]).toEqual(['pdf', 'docx']);
  kept.clear();
  const brought = matter.journal.map((entry) =>
    entry.fact.type === 'REPLY_SIGNED' ? { ...entry, fact: { ...entry.fact, fileIds: ['own'], drawn: [] } } : entry,
  );
  await drawReply(anOffice(kept, { ...matter, journal: brought }));
  expect([...kept.values()]).toEqual(['pdf', 'docx']);
});

suiteNeeding('pdfsig', 'pdftotext')('the electronic seal', () => {
  const fonts = readFonts('config/fonts');
  const pdf = pdfPrinter('config/fonts', fonts.families)(paperOf('reply'));
  const seal = new P12Seal(
    { path: path.join(folder, '{organ}.p12'), password: PASSWORD },
    new ManualClock(localDate('2026-04-09')),
  );
  beforeAll(() => makeP12(path.join(folder, 'bureau.p12')));

  test('is found valid over the whole file, which reads as before', async () => {
    expect([seal.seals('bureau'), seal.seals('street')]).toEqual([true, false]);
    const sealed = await seal.seal(pdf, { organCode: 'bureau', organ: ORGAN });
    const told = verified(sealed);
    expect(told).toContain('Signature is Valid');
    expect(told).toContain('Total document signed');
    expect(told).toContain('政府信息公开专用章');
    expect(sealed.subarray(0, pdf.length)).toEqual(pdf);
    const [before, after] = [pdf, sealed].map((input) => spawnSync(pdftotext(), ['-', '-'], { input, encoding: 'utf8' }).stdout);
    expect(after).toBe(before);
  });

  test('tells of a single byte that was changed', async () => {
    const sealed = await seal.seal(pdf, { organCode: 'bureau', organ: ORGAN });
    sealed.writeUInt8(sealed.readUInt8(pdf.length >> 1) ^ 1, pdf.length >> 1);
    expect(verified(sealed)).toContain('Digest Mismatch');
  });

  test('with another password is refused, and named', () => {
    const wrong = { path: path.join(folder, 'bureau.p12'), password: 'other' };
    expect(() => new P12Seal(wrong, new ManualClock(localDate('2026-04-09')))).toThrow(/bureau\.p12 cannot be used/);
  });
});
