import { ANSWER_CODES, type AnswerCode } from '@gongkai/contracts';
import { problemsOfBrought } from '../../libs/correspondence/src/brought/check-brought.js';
import { expectedOf } from '../../libs/correspondence/src/brought/expected-of.js';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';
import { DECIDED, decidedTelling } from './decided-cases.js';
import { sources, tellingOf } from './worked-case.js';

/** A reply as it is printed, line by line. */
const printed = ({ title, number, addressee, blocks, sealed, contact }: Paper): string =>
  [
    title,
    number,
    addressee,
    ...blocks.map((block) => ('text' in block ? block.text : '')),
    sealed?.organ,
    sealed?.day,
    contact,
  ].join('\n');

type Brought = { readonly drawn: string; readonly wrongIn: (text: string | null) => readonly string[] };

function replyTo(telling: Telling): Brought {
  const paper = compose(sources.of('reply'), telling, false);
  const expected = expectedOf(paper, telling);
  const wrongIn = (text: string | null): readonly string[] =>
    problemsOfBrought({ name: '答复.docx', text }, expected).map(({ code, facts = {} }) => `${code} ${String(facts.text ?? '')}`);
  return { drawn: printed(paper), wrongIn };
}

const replies = new Map(ANSWER_CODES.map((code) => [code, replyTo(decidedTelling(code))]));
const several = replyTo(tellingOf('reply'));
const replyOf = (code: AnswerCode): Brought => replies.get(code) ?? several;

/** What is wrong in a reply in which something is written otherwise. @throws Error where nothing was changed */
function wrongWith({ drawn, wrongIn }: Brought, ...changes: readonly (readonly [from: string | RegExp, to: string])[]) {
  const text = changes.reduce(
    (before, [from, to]) => before.replaceAll(typeof from === 'string' ? from : new RegExp(from, 'gu'), to),
    drawn,
  );
  if (text === drawn) throw new Error(`Nothing says ${JSON.stringify(changes)}: ${drawn}`);
  return wrongIn(text);
}

const CHINESE = '〇一二三四五六七八九';
const ofNumber = (n: number): string =>
  (n < 10 ? '' : n < 20 ? '十' : `${CHINESE[Math.floor(n / 10)] ?? ''}十`) + (n % 10 === 0 ? '' : (CHINESE[n % 10] ?? ''));
const inSigns = (text: string, nought: string): string =>
  text.replace(/(\d{4})年(\d+)月(\d+)日/gu, (_, year: string, month: string, date: string) => {
    const signs = Array.from(year, (digit) => (digit === '0' ? nought : (CHINESE[Number(digit)] ?? ''))).join('');
    return `${signs}年${ofNumber(Number(month))}月${ofNumber(Number(date))}日`;
  });
const wide = (text: string): string => text.replace(/\d/gu, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0));

/** How people write the same reply. */
const VARIANTS: Readonly<Record<string, (text: string) => string>> = {
  'as it is drawn': (text) => text,
  'without its lines': (text) => text.replaceAll('\n', ''),
  'broken anywhere': (text) => text.replaceAll(/.{17}/gu, (line) => `${line}\n`),
  'with wide digits': wide,
  'with days in signs': (text) => inSigns(text, '〇'),
  'with days in signs and 零': (text) => inSigns(text, '零'),
  'with days in signs and a round nought': (text) => inSigns(text, '○'),
  'with days in figures': (text) => text.replace(/(\d{4})年(\d+)月(\d+)日(?=\n)/gu, '$1-$2-$3'),
  'with months of two digits': (text) => text.replaceAll(/年(\d)月(\d)日/gu, '年0$1月0$2日'),
  'with articles in figures': (text) =>
    text.replace(/第([一二三四五六七八九十]+)(条|款|项)/gu, (_, sign: string, word: string) => {
      const [tens = '', ones = ''] = sign.includes('十') ? sign.split('十') : ['0', sign];
      const n = (tens === '' ? 1 : tens === '0' ? 0 : CHINESE.indexOf(tens)) * 10 + (ones === '' ? 0 : CHINESE.indexOf(ones));
      return `第${String(n)}${word}`;
    }),
  'with items in brackets': (text) => text.replaceAll(/条第([一二三四五六七八九十]+)项/gu, '条第（$1）项'),
  'with the first paragraph of the article named': (text) =>
    text.replaceAll(/条第([一二三四五六七八九十]+)项/gu, '条第一款第$1项'),
  'with blanks': (text) => text.replaceAll(/([条第年月日，])/gu, ' $1　'),
  'with narrow marks': (text) => text.replaceAll('，', ', ').replaceAll('：', ': ').replaceAll('；', '; '),
  'with periods in signs': (text) =>
    text.replaceAll('60日', '六十日').replaceAll('6个月', '六个月').replaceAll('15日内', '十五日内'),
  'with 不予以': (text) => text.replaceAll('不予公开', '不予以公开'),
  'with what everybody cites': (text) => text.replace('经审查', '根据《政府信息公开条例》第二十七条、第三十三条的规定，经审查'),
};

describe('a reply that somebody brings is passed', () => {
  test.each(Object.entries(VARIANTS))('%s, whatever is decided', (_, written) => {
    const wrong = [...replies, ['several', several] as const].flatMap(([code, { drawn, wrongIn }]) =>
      wrongIn(written(drawn)).map((problem) => `${code}: ${problem}`),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a reply that somebody brings is refused', () => {
  test.each([
    ['under the name of the organ', /2026年3月10日/, '2026年3月1日'],
    ['in signs', /2026年3月10日/, '二〇二六年三月一日'],
    ['in figures', /2026年3月10日/, '2026-03-01'],
  ])('with a false day of signature %s, also where the right one stands elsewhere', (_, day, to) => {
    for (const line of ['', '本答复于2026年3月10日送达。'])
      expect(wrongWith(replyOf('granted'), [day, to], ['经审查', `${line}经审查`])).toContain('reply-says-signed 2026年3月1日');
    const lost = { ...replyOf('granted'), drawn: replyOf('granted').drawn.replaceAll('\n', '') };
    expect(wrongWith(lost, [day, to])).toContain('reply-says-signed 2026年3月1日');
  });

  test.each([
    ['条例第十四条', 14, ''],
    ['《中华人民共和国政府信息公开条例》第14条', 14, ''],
    ['条例第十四、十五条', 14, ''],
    ['条例第三十八条', 38, ''],
    ['条例第二十四条', 24, ''],
    ['条例第三十六条第（三）项', 36, '第3项'],
    ['条例第三十六条第五款', 36, '第5款'],
    ['条例第三十六条第（五）、（三）项', 36, '第3项'],
  ])('that cites %s, on which its decision does not rest', (cited, article, rest) => {
    const reply = replyOf('not_this_organ');
    expect(wrongWith(reply, ['告知你理由', `并根据${cited}的规定，告知你理由`])).toContain(
      `reply-says-article 《政府信息公开条例》第${String(article)}条${rest}`,
    );
    expect(wrongWith(reply, [/《中华[^，]*?第三十六条第五项/, cited])).not.toEqual([]);
  });

  test('that cites another law than the case does', () => {
    const [problem = ''] = wrongWith(replyOf('refused'), ['经查，', '根据《中华人民共和国档案法》第二十八条，经查，']);
    expect(problem).toMatch(/^reply-says-article .*档案法.*28/u);
  });

  test.each([
    '复议申请期限三十日。',
    '提起诉讼的期限为三个月。',
    '申请复议的时间为收到之日起两周。',
    '对本答复不服的，于叁拾日内提出复议。',
    '起诉期限：半年。',
    '本答复为终局答复，不服的只能向信访部门反映。',
    '如有异议应当在七日内向我局提出。',
    '逾期未答的视为接受本答复。',
  ])('with another remedy: %s', (sentence) => {
    expect(wrongWith(replyOf('granted'), ['经审查', `${sentence}经审查`])).toEqual([
      expect.stringMatching(/^reply-says-remedy /),
    ]);
  });

  test('with the number of another case beside its own', () => {
    const reply = replyOf('granted');
    const [own = ''] = /〔\d{4}〕\d+号/u.exec(reply.drawn) ?? [];
    const line = reply.drawn.split('\n').find((one) => one.includes(own)) ?? '';
    const other = line.trim().replace(own, '〔2026〕999号');
    expect(wrongWith(reply, ['经审查', `${other}，经审查`])).toEqual([expect.stringMatching(/^reply-says-number .*999号/u)]);
    expect(wrongWith(reply, ['经审查', '根据国办函〔2020〕109号，经审查'])).toEqual([]);
  });

  test.each([
    ['refused', '本机关决定不予公开', '本机关决定予以公开', ['lacks-sense 不予公开', 'says-sense 予以公开']],
    ['refused', '本机关决定不予公开，', '', ['lacks-sense 不予公开']],
    ['not_existing', '信息不存在', '信息存在', ['lacks-sense 不存在', 'says-sense 信息存在']],
    ['not_existing', '经检索，', '经检索，本机关决定不予公开，', ['says-sense 不予公开']],
    ['granted', '决定予以公开', '决定不予公开', ['lacks-sense 予以公开', 'says-sense 不予公开']],
    ['not_this_organ', '不属于本机关', '属于本机关', ['lacks-sense 不属于本机关', 'says-sense 属于本机关负责公开']],
    ['still_unclear', '内容仍不明确', '内容明确', ['says-sense 内容明确']],
    ['disguised_complaint', '不作为政府', '作为政府', ['lacks-sense', 'says-sense 作为政府信息公开申请处理']],
    ['repeated', '不予重复处理', '予以处理', ['lacks-sense', 'says-sense 予以处理']],
    ['excessive_no_reason', '不予处理', '予以处理', ['lacks-sense', 'says-sense 予以处理']],
    ['confirm_or_reissue', '不予处理', '予以处理', ['lacks-sense', 'says-sense 予以处理']],
    ['needs_processing', '本机关不予提供', '本机关予以提供', ['lacks-sense 不予提供', 'says-sense 予以提供']],
  ] as const)('of %s, where “%s” is written “%s”', (code, from, to, expected) => {
    const wrong = wrongWith(replyOf(code), [from, to]);
    for (const one of expected) expect(wrong).toContainEqual(expect.stringContaining(`reply-${one}`));
  });

  test('whose answers stand under one another’s items', () => {
    const turned = wrongWith(
      several,
      ['本机关决定不予公开', '＊'],
      ['告知你该政府信息不存在', '本机关决定不予公开'],
      ['＊', '告知你该政府信息不存在'],
    );
    expect(turned).toEqual(expect.arrayContaining(['reply-says-sense 不予公开', 'reply-says-sense 信息不存在']));
    expect(wrongWith(several, ['三、内部会议纪要\n', ''])).toContain('reply-lacks-item 内部会议纪要');
  });

  test.each(ANSWER_CODES)('of %s, without what the case says for it', (code) => {
    const { reasons, facts, otherOrgan, severability } = DECIDED[code].decision as Readonly<Record<string, string | undefined>>;
    for (const text of [reasons, facts, otherOrgan, severability].flatMap((one) => one ?? []))
      if (replyOf(code).drawn.includes(text))
        expect(wrongWith(replyOf(code), [text, '']).join()).toContain('reply-lacks-reasons');
  });
});
