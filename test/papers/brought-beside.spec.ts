import type { AnswerCode } from '@gongkai/contracts';
import { problemsOfBrought } from '../../libs/correspondence/src/brought/check-brought.js';
import { expectedOf } from '../../libs/correspondence/src/brought/expected-of.js';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import { textsOf } from '../../libs/correspondence/src/content/paper.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';
import { decidedTelling } from './decided-cases.js';
import { sources, tellingOf } from './worked-case.js';

/** What is wrong in a reply of which something is written otherwise. @throws Error where nothing was changed */
function wrongWith(telling: Telling, change: (drawn: string) => string): readonly string[] {
  const paper = compose(sources.of('reply'), telling, false);
  const drawn = textsOf(paper).join('\n');
  const text = change(drawn);
  if (text === drawn) throw new Error(`Nothing was changed: ${drawn}`);
  return problemsOfBrought({ name: '答复.docx', text }, expectedOf(paper, telling)).map(({ code }) => code);
}

const one = (code: AnswerCode, ...[from, to]: readonly [string, string]): readonly string[] =>
  wrongWith(decidedTelling(code), (drawn) => drawn.replace(from, to));

describe('a reply that answers something beside what was decided', () => {
  test.each([
    ['another document', '经审查，', '经审查，《2024年户外广告台账》亦予以公开。经审查，'],
    ['a second item', '对本答复不服', '\n二、你申请公开的会议纪要，决定予以公开。\n对本答复不服'],
    ['an ordinal', '对本答复不服', '。第二项：会议纪要，同意公开。对本答复不服'],
    ['more items than there are', '经审查，', '你的申请共有三项。经审查，'],
  ])('is refused: %s', (_, from, to) => {
    expect(one('granted', from, to)).toContain('reply-says-item');
  });

  test('is none where it cites a law, numbers its own parts or names what the case names', () => {
    expect(one('granted', '经审查，', '根据《政府信息公开条例》和《中华人民共和国档案法》，经审查，')).toEqual([]);
    expect(one('granted', '对本答复不服', '\n二、救济途径\n对本答复不服')).toEqual([]);
    expect(one('granted', '经审查，', '《处罚决定书》已经我局审查，予以公开。经审查，')).toEqual([]);
  });
});

describe('a reply that names somebody to ask', () => {
  test.each([
    ['another telephone', '经审查，', '联系电话：010-12345678。经审查，'],
    ['a mobile phone', '经审查，', '请致电张科长13800138000。经审查，'],
    ['an e-mail', '经审查，', '请发邮件至someone@example.com。经审查，'],
    ['another telephone of the right organ (REG 36(5))', '0000-55012222', '0000-55019999'],
  ])('is refused with %s', (_, from, to) => {
    expect(one('not_this_organ', from, to)).toContain('reply-says-contact');
  });

  test('is passed with the telephone of the organ, with or without the code of its place', () => {
    expect(one('not_this_organ', '0000-55012222', '（0000）55012222')).not.toContain('reply-says-contact');
    const { phone = '' } = tellingOf('reply').organ.guide ?? {};
    expect(one('granted', '经审查，', `咨询电话：${phone.replace(/^0\d{2,3}-/u, '')}。经审查，`)).toEqual([]);
  });
});

describe('a reply to several items that are decided differently', () => {
  const several = tellingOf('reply');
  const [first = '', second = ''] = several.matter.reckoned.now.file.items.map(({ description }) => description);

  test('may list what was asked for before it answers', () => {
    expect(wrongWith(several, (drawn) => drawn.replace('经审查', `一、${first}；二、${second}。经审查`))).toEqual([]);
  });

  test('is refused without headings, and told how they are written', () => {
    const bare = (drawn: string): string =>
      drawn
        .replaceAll(/[一二]、/gu, '')
        .replace(`${first}\n`, `关于${first}，`)
        .replace(`${second}\n`, `关于${second}，`);
    expect(wrongWith(several, bare)).toContain('reply-lacks-item');
  });

  test('decides nothing before the first of them', () => {
    expect(wrongWith(several, (drawn) => drawn.replace('经审查', '本机关决定予以公开。经审查'))).toContain('reply-says-sense');
  });
});
