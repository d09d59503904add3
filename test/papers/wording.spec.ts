import { PAPER_KINDS, Refusal, type PaperKind } from '@gongkai/contracts';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { expectedOf } from '../../libs/correspondence/src/brought/expected-of.js';
import { readFonts } from '../../libs/correspondence/src/print/fonts.js';
import { lookAt } from '../../libs/correspondence/src/wording/lacks.js';
import { refuseWording } from '../../libs/correspondence/src/wording/refuse-wording.js';
import { sources, tellingOf } from './worked-case.js';

const fonts = readFonts('config/fonts');

/** What a wording lacks in which something of the shipped one is written otherwise: its code and what it says in Chinese. */
function lacksOf(kind: PaperKind, ...changes: readonly (readonly [from: string, to: string])[]): string[] {
  const shipped = sources.text(kind);
  const content = changes.reduce((text, [from, to]) => text.replaceAll(from, to), shipped);
  if (changes.length > 0) expect(content).not.toBe(shipped);
  const { lacks } = lookAt(kind, content, { sources, fonts, sample: tellingOf(kind) });
  return lacks.map(({ code, isGrave, message }) => `${code}${isGrave ? '!' : ''} ${message['zh-CN']}`);
}

test.each(PAPER_KINDS)('the shipped wording of %s lacks nothing', (kind) => {
  expect(lacksOf(kind)).toEqual([]);
});

test('what the law wants told of one decision is not told by another (REG 36)', () => {
  const refused = '本机关决定不予公开，理由如下：{item.reasons}。';
  expect(lacksOf('reply', [refused, '本机关决定不予公开。'])).toEqual([
    'owed-missing! 没有“不予公开：说明理由”：这种文书必须告知，请写上花括号里的“item.reasons”',
  ]);
  const place = '告知{applicant.you}获取该政府信息的方式、途径：{item.otherOrgan}。';
  expect(lacksOf('reply', [place, '告知{applicant.you}。'])).toEqual([
    'owed-missing! 没有“已主动公开：名称和联系方式、获取途径”：这种文书必须告知，请写上花括号里的“item.otherOrgan”',
  ]);
  expect(lacksOf('reply', ['公开该信息将造成的损害：{item.harm}。', '将造成损害。'])).toEqual([
    'left-out 原来的“不予公开：公开会造成的损害”没有了，请确认不需要',
  ]);
});

test('a reply tells what is decided, and what can be done against it, whatever the case is (REG 36; ARL 23)', () => {
  const part = '  - decisions: by_code\n';
  for (const without of ['', '  - when: several\n    decisions: by_code\n'])
    expect(lacksOf('reply', [part, without])).toContainEqual(expect.stringMatching(/^decisions-missing! 没有答复内容/));
  expect(lacksOf('reply', ['  - remedies: by_decision', '  - when: several\n    remedies: by_decision'])).toEqual([
    expect.stringMatching(/^remedies-missing! /),
  ]);
  // One that an office adopted before is not signed with.
  const silent = sources.read('reply', sources.text('reply').replace(part, ''));
  expect(() => compose(silent, tellingOf('reply'), false)).toThrow(
    expect.objectContaining({ fields: [expect.objectContaining({ path: 'paper.item.result' })] }),
  );
});

test('who is asked is told of what and until when, and whose refusal is set aside why (REG 32, 34)', () => {
  expect(lacksOf('consult_third_party', ['自收到本征求书之日起{party.period}内，', ''])).toMatchObject([
    expect.stringMatching(/^owed-missing! .*party\.period/),
  ]);
  expect(lacksOf('third_party_disclosure', ["  - '{override.publicInterest}'\n", ''])).toMatchObject([
    expect.stringMatching(/^owed-missing! .*override\.publicInterest/),
  ]);
});

test('a brace without its other, or of the wide keyboard, is told before it is printed', () => {
  const told = (change: string): string[] => lacksOf('reply', ['现将该政府信息提供给', change]);
  for (const [brace, text] of [
    ['}', '现将}该政府信息提供给'],
    ['｛', '现将｛该政府信息提供给'],
  ] as const)
    expect(told(text)).toContainEqual(expect.stringMatching(new RegExp(`^stray-brace! .*${brace}.*会原样印出`)));
});

test.each([
  '复议申请期限三十日。',
  '对本答复不服的，可以在30日内向云川市司法局申请行政复议。',
  '本答复为最终答复，不得提起诉讼。',
  '管辖法院：云川市北河区人民法院。',
  '可以向{organ.court}起诉。',
])('a remedy that is typed by hand is told, wherever it stands: %s', (sentence) => {
  const told = [expect.stringMatching(/^remedy-typed! .*自行写了救济途径/)];
  expect(lacksOf('reply', ['  - decisions: by_code\n', `  - decisions: by_code\n  - '${sentence}'\n`])).toEqual(told);
  expect(lacksOf('reply', ['现将该政府信息提供给', `${sentence}现将该政府信息提供给`])).toEqual(told);
  expect(
    lacksOf('third_party_disclosure', [
      "  - '{override.publicInterest}'\n",
      `  - '{override.publicInterest}'\n  - '${sentence}'\n`,
    ]),
  ).toEqual(told);
});

test('a wording of a decision that tells another one is told (REG 36)', () => {
  expect(lacksOf('reply', ['本机关决定不予公开', '本机关决定予以公开'])).toEqual([
    'decision-turned! “不予公开”的写法与这一决定不符：应写明“不予公开”或者“不公开”或者“不予提供”，写有“予以公开”',
  ]);
  expect(lacksOf('reply', ['告知{applicant.you}不予处理', '告知{applicant.you}本机关不再处理'])).toEqual([]);
});

test('a wording types no provision, closes no way of remedy and is signed (REG 36; ARL 20)', () => {
  const found = '告知{applicant.you}该政府信息不存在';
  expect(sources.text('reply')).toContain(found);
  expect(lacksOf('reply', [found, `依据条例第三十六条第六项，${found}`])).toEqual([
    expect.stringMatching(/^article-typed! “[^”]*不存在”中自行写了《政府信息公开条例》第36条第6项/u),
  ]);
  expect(lacksOf('reply', [found, `本答复为终局答复。${found}`])).toEqual([expect.stringMatching(/^remedy-typed! /u)]);
  expect(lacksOf('reply', ['sealed: true', 'sealed: false'])).toEqual([expect.stringMatching(/^seal-missing! /u)]);
});

test('a day, a number or a telephone that is typed is right in one case alone, and no reply is signed with it', () => {
  const typed = [
    ['关于{receipt.receivedOn}收到', '关于2026年1月5日收到', 'reply-says-day'],
    ['联系电话：{organ.phone}', '联系电话：010-12345678', 'reply-says-contact'],
    ['本机关分别答复如下', '本机关（详情请致电13800138000）分别答复如下', 'reply-says-contact'],
  ] as const;
  const telling = tellingOf('reply');
  const expected = expectedOf(compose(sources.of('reply'), telling, false), telling);
  for (const [from, to, code] of typed) {
    expect(lacksOf('reply', [from, to]).filter((lack) => lack.startsWith('fact-typed! '))).toHaveLength(1);
    const own = compose(sources.read('reply', sources.text('reply').replace(from, to)), telling, false);
    let codes: readonly string[] = [];
    try {
      refuseWording(own, expected);
    } catch (problem) {
      codes = problem instanceof Refusal ? problem.fields.map((field) => `${field.path} ${field.code}`) : [];
    }
    expect(codes).toEqual(expect.arrayContaining(['paper reply-wording', `paper ${code}`]));
  }
  const worded = sources.text('reply').replace('本机关分别答复如下', '我局分别答复如下');
  expect(() => refuseWording(compose(sources.read('reply', worded), telling, false), expected)).not.toThrow();
});
