import type { Life, StepInput } from '../support/life.js';
import { REFUSED, acceptedOn, type Decided } from '../support/roads.js';

const decide = (fields: object): StepInput => ({ type: 'decideItem', itemId: 'item-1', ...fields });
const opened = (): Life => acceptedOn('2026-02-09');

describe('a decision', () => {
  test.each<[Decided['code'], string]>([
    ['already_public', 'otherOrgan'],
    ['publication', 'otherOrgan'],
    ['special_rule', 'article'],
    ['disguised_complaint', 'reasons'],
    ['confirm_or_reissue', 'reasons'],
    ['excessive_no_reason', 'reasons'],
  ])('what a reply of %s has to say is said: %s (REG 36)', (code, field) => {
    expect(opened().refusal(decide({ code }))).toEqual({ code: 'invalid-request', fields: [`${field} required`] });
  });

  test.each([
    ['a ground where nothing is withheld', { code: 'granted', ground: 'state_secret' }, ['ground not-of-code']],
    ['an article of nobody', { code: 'not_existing', article: 'REG 999' }, ['article article-not-of-decision']],
    ['of another ground', { ...REFUSED, article: 'REG 14' }, ['article article-not-of-decision']],
    [
      'of a longer number',
      { code: 'disguised_complaint', reasons: '信访', article: 'REG 390' },
      ['article article-not-of-decision'],
    ],
  ])('%s is not taken', (_name, decided, fields) => {
    expect(opened().refusal(decide(decided))).toEqual({ code: 'invalid-request', fields });
  });

  test.each([
    { ...REFUSED, article: '《条例》第十六条第二款' },
    { ...REFUSED, article: 'REG 16(2); SEC 64' },
    { ...REFUSED, ground: 'administrative_query', article: 'REG 36(7)' },
    { code: 'granted', article: 'REG 36(2)' },
    { code: 'confirm_or_reissue', article: 'FMT21', reasons: '已经获取' },
    { code: 'special_rule', article: '不动产登记暂行条例第二十七条' },
  ])('$code by $article is', (decided) => {
    const life = opened();
    life.take(decide(decided));
    expect(life.now.file.items[0]?.decision).toMatchObject(decided);
  });
});
