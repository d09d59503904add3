import { spawnSync } from 'node:child_process';
import type { PaperKind } from '@gongkai/contracts';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import { docxOf } from '../../libs/correspondence/src/print/docx.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { pdfPrinter } from '../../libs/correspondence/src/print/pdf.js';
import { pdftotext, suiteNeeding } from '../support/tools.js';
import { unzipped } from '../support/unzipped.js';
import { sources, tellingOf } from './worked-case.js';

const FONTS = 'config/fonts';
const print = pdfPrinter(FONTS, readFonts(FONTS).families);
const squeezed = (text: string): string => text.replace(/\s/g, '');

/** The ids of the letter to the third party, of the one to another organ, and of the notice that tells the third party of the disclosure. */
function idsIn(): { readonly letter: string; readonly toOrgan: string; readonly disclosure: string } {
  const { notices, consultations } = tellingOf('envelope').matter.reckoned.now.file;
  const asked = (kind: string): string => consultations.find((one) => one.kind === kind)?.id ?? '';
  const disclosure = notices.find(({ kind }) => kind === 'third_party_disclosure')?.id ?? '';
  return { letter: asked('third_party'), toOrgan: asked('other_organ'), disclosure };
}

/** A paper of the worked case about one of its documents. @param isKnown whether it is on record where the third party is reached */
function drawn(kind: PaperKind, about?: string, isKnown = true): Paper {
  const { matter, ...telling } = tellingOf(kind);
  const head = isKnown ? matter.head : { ...matter.head, contacts: {} };
  return compose(sources.of(kind), { ...telling, about: about ?? telling.about, matter: { ...matter, head } }, false);
}

async function readBack(paper: Paper): Promise<readonly string[]> {
  const { stdout, status } = spawnSync(pdftotext(), ['-raw', '-', '-'], { input: print(paper), encoding: 'utf8' });
  expect(status).toBe(0);
  const docx = unzipped(await docxOf(paper), 'word/document.xml').replace(/<[^>]+>/g, '');
  return [stdout, docx].map(squeezed);
}

suiteNeeding('pdftotext')('a letter to who is asked has somewhere to go', () => {
  test.each([
    ['envelope', 'letter', ['100080', '云川市清河区工业路9号', '某建筑公司收']],
    ['envelope', 'disclosure', ['100080', '云川市清河区工业路9号', '某建筑公司收']],
    ['ems_slip', 'letter', ['某建筑公司', '13811112222', '云川市清河区工业路9号', '100080', '第三方意见征求书']],
    ['ems_slip', 'disclosure', ['某建筑公司', '13811112222', '云川市清河区工业路9号', '100080', '向第三方告知书']],
  ] as const)('%s of the %s', async (kind, about, expected) => {
    for (const text of await readBack(drawn(kind, idsIn()[about]))) {
      for (const said of expected) expect(text).toContain(said);
      for (const ofApplicant of ['李明远', '南路6号', '13900000000']) expect(text).not.toContain(ofApplicant);
    }
  });

  test.each(['consult_third_party', 'third_party_disclosure', 'address_list'] as const)('%s', async (kind) => {
    for (const text of await readBack(drawn(kind))) expect(text).toContain('云川市清河区工业路9号');
  });
});

test('what is not known is written in by hand, and nothing of the applicant stands in its place', () => {
  const { letter, toOrgan } = idsIn();
  for (const [about, name, isKnown] of [
    [letter, '某建筑公司', false],
    [toOrgan, '市档案局', true],
  ] as const)
    for (const kind of ['envelope', 'ems_slip'] as const) {
      const said = JSON.stringify(drawn(kind, about, isKnown));
      expect(said).toContain(name);
      for (const other of ['工业路', '南路6号', '13900000000', '13811112222']) expect(said).not.toContain(other);
    }
  expect(JSON.stringify(drawn('consult_third_party', undefined, false))).not.toContain('地址：');
});

test('the catalogue that goes to court says no address', () => {
  expect(JSON.stringify(drawn('file_catalogue'))).not.toMatch(/工业路|13811112222/);
});
