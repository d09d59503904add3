import { checklistsOf, type CaseLaw } from '@gongkai/lifecycle';
import { ConfigError, parseChecklist, together, type Checklist } from '@gongkai/statutes';
import { LAW, Life, personOf } from '../support/life.js';
import { atCounter } from '../support/play.js';
import { GRANTED, REFUSED, served, signed } from '../support/roads.js';

const FILE = `
id: opening
name: { zh: 受理前核对, en: Before accepting }
before: accept
items:
  - { id: known, text: { zh: 身份证明, en: proof of identity }, article: REG 29, required: true }
  - { id: findable, text: { zh: 可以查找, en: can be found }, required: true }
  - { id: form, text: { zh: 获取方式, en: form wanted } }
`;
const opening = parseChecklist(FILE, 'opening.yaml');
const law: CaseLaw = { ...LAW, checklists: [opening] };
const received = (): Life => new Life(atCounter('2026-03-02'), { law });
const tick = (item: string, done = true) => ({ type: 'tick', item, done }) as const;

describe('what an office has required before a step', () => {
  test('keeps it closed until all of it is ticked, and names what is open', () => {
    const life = received();
    const said = (language: 'zh-CN' | 'en'): string | undefined =>
      life.steps(personOf('caseworker'), language).refused.find(({ type }) => type === 'accept')?.reason;
    expect(life.refusal({ type: 'accept' })).toEqual({ code: 'check-open' });
    expect([said('zh-CN'), said('en')]).toEqual([
      '核对清单里还没勾选：身份证明；可以查找',
      'Not ticked off the checklist yet: proof of identity; can be found',
    ]);
    life.take(tick('known'));
    expect(said('en')).toBe('Not ticked off the checklist yet: can be found');
    life.take(tick('findable'));
    expect(said('en')).toBeUndefined();
    life.take({ type: 'accept' });
  });

  test('is open again once its tick is taken back', () => {
    const life = received();
    life.take(tick('known'));
    life.take(tick('findable'));
    life.take(tick('known', false));
    expect(life.refusal({ type: 'accept' })).toEqual({ code: 'check-open' });
  });
});

test('a tick says who and when, keeps the words, and is told again by the journal', () => {
  const life = received();
  life.take(tick('form'), personOf('clerk'));
  life.on('2026-03-03').take(tick('known'), personOf('caseworker'));
  expect(life.now.file.ticks).toEqual([
    { item: 'form', round: 1, by: 'the-clerk', on: '2026-03-02' },
    { item: 'known', round: 1, by: 'the-caseworker', on: '2026-03-03' },
  ]);
  const check = { zh: '身份证明', en: 'proof of identity' };
  expect(life.journal.at(-1)?.fact).toEqual({ type: 'TICKED', on: '2026-03-03', item: 'known', done: true, check });
  expect(life.replayed()).toEqual(life.now);
});

test('nothing is ticked twice, taken back twice, or off no list', () => {
  const life = received();
  life.take(tick('form'));
  const fields = ['item nothing-to-tick'];
  for (const said of [tick('form'), tick('known', false), tick('another')])
    expect(life.refusal(said)).toEqual({ code: 'invalid-request', fields });
});

test('another round begins with nothing ticked; a filed case takes no tick', () => {
  const life = new Life(atCounter('2026-03-02'), { law: { ...LAW, checklists: [{ ...opening, before: 'dispatch' }] } });
  life.take({ type: 'accept' });
  for (const item of ['known', 'findable']) life.take(tick(item));
  served(signed(life, '2026-03-16', [REFUSED]), '2026-03-16', '2026-03-18');
  life.on('2026-03-20').take({ type: 'recordReconsiderationCopy' });
  life.on('2026-04-20').take({ type: 'recordReconsiderationDecision', result: 'annulled', actAnew: true });
  signed(life, '2026-04-21', [GRANTED]);
  expect(life.refusal({ type: 'dispatch', mode: 'in_person', signedBy: '本人' })).toEqual({ code: 'check-open' });
  for (const item of ['known', 'findable']) life.take(tick(item));
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  life.take({ type: 'file', unproven: 'the slips lie in the paper folder' });
  expect(life.refusal(tick('form'))).toEqual({ code: 'step-not-permitted', reason: 'not-at-this-stage' });
});

test('the list of the step that can come next stands open, and that of the link the case is in', () => {
  const life = new Life(atCounter('2026-03-02'));
  const current = (): readonly string[] =>
    checklistsOf(life.now, life.law, life.standing).flatMap(({ list, isCurrent }) => (isCurrent ? [list.id] : []));
  expect(current()).toEqual(['accepting', 'correcting']);
  life.take({ type: 'accept' });
  expect(current()).toEqual(['correcting', 'searching']);
  signed(life, '2026-03-10');
  expect(current()).toEqual(['sending']);
  life.take({ type: 'dispatch', mode: 'in_person', signedBy: '本人' });
  expect(current()).toEqual(['filing']);
});

test('as shipped, nothing is required', () => {
  expect((LAW.checklists ?? []).flatMap(({ items }) => items.filter(({ required }) => required))).toEqual([]);
});

describe('a file of lists is refused', () => {
  const refusedAs = (text: string): string => messageOf(() => parseChecklist(text, 'a.yaml', { REG: {} }));
  test.each([
    ['neither step nor link', FILE.replace('before: accept', ''), 'must name either the step it comes before or the link'],
    ['both', FILE.replace('before: accept', 'before: accept\nduring: handling'), 'must name either the step'],
    ['something required of no step', FILE.replace('before: accept', 'during: handling'), 'needs a step'],
    ['no step of a case', FILE.replace('before: accept', 'before: dance'), 'must be one of'],
    ['a name twice', FILE.replace('id: form', 'id: known'), 'is given twice'],
    ['an article of an unknown instrument', FILE.replace('REG 29', 'XYZ 1'), 'names XYZ, which is not among the instruments'],
  ])('with %s', (_, text, message) => {
    expect(refusedAs(text)).toContain(message);
  });

  test('where another list has that name', () => {
    const other: Checklist = { ...opening, id: 'other', items: opening.items.slice(0, 1) };
    const both = [
      { file: 'a.yaml', list: opening },
      { file: 'b.yaml', list: other },
    ];
    expect(messageOf(() => together(both))).toBe('b.yaml:1 known: is a name of another list too; choose one of its own');
  });
});

function messageOf(read: () => unknown): string {
  try {
    read();
  } catch (problem) {
    if (problem instanceof ConfigError) return problem.message;
    throw problem;
  }
  throw new Error('It was taken.');
}
