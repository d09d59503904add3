import { Readable } from 'node:stream';
import { ReplyCheck } from '../../libs/correspondence/src/brought/reply-check.js';
import { textsOf } from '../../libs/correspondence/src/content/paper.js';
import type { ReplySource, Source } from '../../libs/correspondence/src/content/source.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';
import { docxSaying } from '../support/docx-saying.js';
import { paperOf, sources, tellingOf } from './worked-case.js';

/** The worked case as its draft is submitted: there is no reply yet that bears a number. */
function unsigned(): Telling {
  const { matter, ...telling } = tellingOf('reply');
  const { reckoned } = matter;
  const { file } = reckoned.now;
  const round = { ...file.round, reply: { ...file.round.reply, noticeId: null, signedOn: null } };
  const notices = file.notices.filter(({ kind }) => kind !== 'reply');
  const now = { ...reckoned.now, file: { ...file, notices, round } };
  return { ...telling, matter: { ...matter, reckoned: { ...reckoned, now } } };
}

const telling = unsigned();
const { matter } = telling;
const drawn = textsOf(paperOf('reply')).join('\n');

/** What is told at the submission of a draft with a file, by codes. */
async function foreseen(
  text?: string,
  guide = telling.organ.guide,
  own: Source | ReplySource = sources.of('reply'),
): Promise<readonly string[]> {
  const check = new ReplyCheck({
    tools: {
      store: { read: () => Promise.resolve(Readable.from([Buffer.from(docxSaying(text ?? ''))])) },
      redactor: {
        burn: () => Promise.resolve({ pages: [], unreadable: 1 }),
        look: () => Promise.resolve({ pages: [], unreadable: 1 }),
      },
    },
    fonts: () => readFonts('config/fonts'),
    own: () => Promise.resolve(own),
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
    const lacking = await foreseen(undefined, null);
    expect(lacking).toContain('paper-lacks');
    expect(await foreseen('会议纪要：研究答复事宜')).toEqual([]);
    // Told once, whatever is put to the draft.
    for (const text of ['会议纪要：研究答复事宜', drawn]) expect(await foreseen(text, null)).toEqual(lacking);
  });

  test('a letter that no font has, and a day that is typed into the wording of the office, are told', async () => {
    const own = sources.of('reply');
    const saying = (text: string) => ({ ...own, body: [...own.body, text] });
    expect(await foreseen(undefined, undefined, saying('另见附件\u{1F600}。'))).toEqual(['glyph-missing']);
    expect(await foreseen(undefined, undefined, saying('本机关于2026年1月5日收到申请。'))).toContain('reply-says-day');
  });
});
