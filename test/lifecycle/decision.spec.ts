import { draftOf } from '@gongkai/lifecycle';
import { LAW, personOf, type Life, type StepInput } from '../support/life.js';
import { acceptedOn, ALREADY_PUBLIC, FOUND, GRANTED, REFUSED, type Decided } from '../support/roads.js';

const decide = (fields: object): StepInput => ({ type: 'decideItem', itemId: 'item-1', ...fields });
const PARTLY = { ...REFUSED, code: 'partly_granted', fileIds: ['h'] } as const;
const FOUND_FOR_THEM = { ...FOUND, code: 'refused', ground: 'third_party_rights', reasons: 'so it is' } as const;
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
    ['规划局', false],
    ['团结湖街道办事处', false],
    ['Planning Bureau', false],
    ['电话0000-1234567', false],
    ['www.a.cn', false],
    ['12345678901', false],
    ['邮箱 a@b.cn', false],
    ['市规划局，电话０５７１－８８８８１２３４', true],
    ['市规划局（12345）', true],
    ['Planning Bureau, 0571-0000', true],
    ['市规划局，人民路8号', true],
    ['Planning Bureau, plan@example.gov.cn', true],
    ['市规划局，www.example.gov.cn', true],
    ['经核实，无法确定由哪个机关负责公开', true],
  ])(
    'where another organ discloses it the applicant learns how to reach it, or that nobody can tell who it is: %s (REG 36(5))',
    (otherOrgan, isTold) => {
      const life = opened();
      const step = decide({ code: 'not_this_organ', reasons: 'it plans, we build', otherOrgan });
      if (isTold) life.take(step);
      else expect(life.refusal(step)).toEqual({ code: 'invalid-request', fields: ['otherOrgan contact-missing'] });
    },
  );

  test('what is withheld says what was found, why nothing can be separated, and by its ground whom it would harm (REG 36(3), 37)', () => {
    const { facts: _facts, severability: _why, ...bare } = REFUSED;
    const unfounded = ['facts facts-missing', 'severability severability-missing'];
    expect(opened().refusal(decide(bare)).fields).toEqual(unfounded);
    const secret = { ...bare, ground: 'third_party_rights', article: 'REG 15' };
    expect(opened().refusal(decide(secret)).fields).toEqual([...unfounded, 'harm harm-missing']);
    expect(opened().refusal(decide({ ...secret, code: 'partly_granted' })).fields).toEqual(
      unfounded.slice(0, 1).concat('harm harm-missing'),
    );
    const given = { code: 'granted', facts: 'x', harm: 'y', severability: 'z', recordIds: ['hash-1'] };
    expect(opened().refusal(decide(given)).fields).toEqual(
      ['facts', 'harm', 'severability', 'recordIds'].map((field) => `${field} only-where-withheld`),
    );
  });

  test('a draft of former times keeps its fingerprint; what was found is of it', () => {
    const { facts: _facts, harm: _harm, severability: _why, ...former } = FOUND_FOR_THEM;
    const said = (decision: object): string => {
      const { file } = opened().now;
      return draftOf({ ...file, items: file.items.map((item) => ({ ...item, decision: decision as never })) }, (text) => text);
    };
    expect(said(former)).toMatch(/"so it is",null,null,\[\]\]/);
    expect(said(FOUND_FOR_THEM)).not.toBe(said({ ...FOUND_FOR_THEM, harm: 'another' }));
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

  test('is approved without a disclosure review unless the list asks for one: of what is released, and of nothing else (REG 17)', () => {
    const decisions = { granted: GRANTED, refused: REFUSED, partly_granted: PARTLY, already_public: ALREADY_PUBLIC };
    const unreviewed = Object.entries(decisions).filter(([, decided]) => {
      const life = opened();
      life.take(decide(decided));
      return !life.steps(personOf('caseworker')).permitted.some(({ type }) => type === 'submitForApproval');
    });
    const asked = Object.entries(LAW.grounds.decisions).filter(([, { requires }]) => requires.includes('review'));
    expect(unreviewed.map(([code]) => code).sort()).toEqual(asked.map(([code]) => code).sort());
  });
});
