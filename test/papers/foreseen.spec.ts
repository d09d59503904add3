import { Readable } from 'node:stream';
import { ReplyCheck } from '../../libs/correspondence/src/brought/reply-check.js';
import { textsOf } from '../../libs/correspondence/src/content/paper.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { zipOf } from '../support/zip.js';
import { paperOf, sources, tellingOf } from './worked-case.js';

const telling = tellingOf('reply');
const { matter } = telling;
const drawn = textsOf(paperOf('reply')).join('\n');

const docxSaying = (text: string): Buffer =>
  Buffer.from(
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document>${text
        .split('\n')
        .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
        .join('')}</w:document>`,
    }),
  );

/** What is told at the submission of a draft with a file, by codes. */
async function foreseen(text?: string, guide = telling.organ.guide): Promise<readonly string[]> {
  const check = new ReplyCheck({
    tools: {
      store: { read: () => Promise.resolve(Readable.from([docxSaying(text ?? '')])) },
      redactor: { burn: () => Promise.resolve({ pages: [], unreadable: 1 }) },
    },
    fonts: () => readFonts('config/fonts'),
    own: () => Promise.resolve(sources.of('reply')),
    shipped: () => sources.of('reply'),
    telling: () => Promise.resolve({ ...telling, organ: { ...telling.organ, guide } }),
  });
  return (await check.foreseen(text === undefined ? [] : ['own'], matter)).map(({ code }) => code);
}

describe('whoever submits a draft learns what would stand against its signature', () => {
  test('nothing where the reply can be drawn, or the one that is put to it says what the case says', async () => {
    expect(await foreseen()).toEqual([]);
    expect(await foreseen(drawn)).toEqual([]);
  });

  test('its number and its day come with the signature, and are not missed before', async () => {
    const { sealed, number } = paperOf('reply');
    const unsigned = drawn.replaceAll(sealed?.day ?? '-', '').replaceAll(number ?? '-', '');
    expect(unsigned).not.toBe(drawn);
    expect(await foreseen(unsigned)).toEqual([]);
  });

  test('another period for a remedy, and a guide that names no court, are told; another file is none of its business', async () => {
    expect(new Set(await foreseen(drawn.replaceAll('60日内', '30日内')))).toEqual(
      new Set(['reply-lacks-remedy', 'reply-says-remedy']),
    );
    expect(await foreseen(undefined, null)).toContain('paper-lacks');
    expect(await foreseen('会议纪要：研究答复事宜')).toEqual([]);
  });
});
