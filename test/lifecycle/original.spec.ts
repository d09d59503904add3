import { draftOf, type CaseFact, type JournalFact } from '@gongkai/lifecycle';
import { sha256 } from '@gongkai/platform';
import { personOf, type Life } from '../support/life.js';
import { ORIGINAL } from '../support/original.js';
import { acceptedOn, GRANTED } from '../support/roads.js';

const item = { itemId: 'item-1' } as const;
const named = { name: ORIGINAL.original, pages: ORIGINAL.originalPages, place: ORIGINAL.originalPlace };

/** Given out without a file of the case: an original is shown, or something handed over on the spot. */
function onPaper(): Life {
  const life = acceptedOn('2026-03-02');
  life.take({ type: 'decideItem', ...item, code: 'granted' });
  return life;
}

const passed = (life: Life, fields: object = ORIGINAL): Life => {
  life.take({ type: 'submitReview', ...item, ...fields });
  life.take({ type: 'passReview', ...item });
  return life;
};

/** What was written before originals were named: a review of nothing that can be told. */
const asWrittenBefore = ({ fact, ...entry }: JournalFact): JournalFact => {
  const said = Object.entries(fact).filter(([name]) => !name.startsWith('original'));
  return { ...entry, fact: Object.fromEntries(said) as CaseFact };
};

/** The case as if all of it had been written before originals were named. */
function forgetOriginals(life: Life): void {
  life.journal.splice(0, life.journal.length, ...life.journal.map(asWrittenBefore));
  life.now = life.replayed();
}

/** Review without a file (REG 17). */
describe('what is given out without a file of the case', () => {
  test('is named to its reviewer: title, pages, and where it lies', () => {
    const submit = { type: 'submitReview', ...item } as const;
    expect(onPaper().refusal(submit).fields).toEqual(['original original-missing']);
    expect(onPaper().refusal({ ...submit, original: 'a' }).fields).toEqual(['originalPages required', 'originalPlace required']);
    expect(onPaper().refusal({ ...submit, originalPages: '3' }).fields).toEqual([
      'original original-missing',
      'originalPlace required',
    ]);
  });

  test('is passed as it was named, and kept with both facts', () => {
    const life = passed(onPaper());
    expect(life.now.file.items[0]?.review).toMatchObject({ status: 'passed', fileIds: [], original: named });
    const kept = life.journal.filter(({ fact }) => fact.type.startsWith('REVIEW_')).map(({ fact }) => fact);
    expect(kept).toMatchObject([ORIGINAL, ORIGINAL]);
    life.take({ type: 'submitForApproval' });
    expect(life.replayed()).toEqual(life.now);
  });

  test('another name is another review, and another draft', () => {
    const life = passed(onPaper());
    const before = draftOf(life.now.file, sha256);
    expect(life.refusal({ type: 'submitReview', ...item, ...ORIGINAL, original: 'b' })).toMatchObject({
      reason: 'nothing-to-review',
    });
    life.take({ type: 'decideItem', ...item, code: 'granted' });
    expect(life.refusal({ type: 'submitForApproval' })).toMatchObject({ reason: 'review-missing' });
    passed(life, { ...ORIGINAL, original: 'b' });
    expect(draftOf(life.now.file, sha256)).not.toBe(before);
  });

  test('beside a file it may be named too', () => {
    const life = acceptedOn('2026-03-02');
    life.take({ type: 'decideItem', ...item, ...GRANTED });
    expect(life.refusal({ type: 'submitReview', ...item, original: 'a' }).fields).toHaveLength(2);
    expect(passed(life).now.file.items[0]?.review).toMatchObject({ fileIds: GRANTED.fileIds, original: named });
  });

  test('a review that was passed before originals were named is told again as it was, and named before anything is approved', () => {
    const life = passed(onPaper());
    forgetOriginals(life);
    expect(life.now.file.items[0]?.review).toMatchObject({ status: 'passed', fileIds: [] });
    expect(life.now.file.items[0]?.review).not.toHaveProperty('original');
    expect(life.standing.turn).toMatchObject({ step: 'submitReview' });
    const unnamed = { code: 'review-unnamed', article: 'REG 17' };
    expect(life.refusal({ type: 'submitForApproval' })).toEqual(unnamed);
    expect(life.steps(personOf('caseworker')).refused).toContainEqual(
      expect.objectContaining({ type: 'submitForApproval', ...unnamed }),
    );
    passed(life).take({ type: 'submitForApproval' });
    expect(life.standing.state).toBe('approving');
  });

  test('a draft that was submitted then is sent back and not signed; what was signed stays signed', () => {
    const life = passed(onPaper());
    life.take({ type: 'submitForApproval' });
    forgetOriginals(life);
    expect(life.standing.state).toBe('approving');
    expect(life.refusal({ type: 'approve' })).toMatchObject({ code: 'review-unnamed' });
    life.take({ type: 'sendBack', reason: 'name it' });
    passed(life).take({ type: 'submitForApproval' });
    for (const type of ['approve', 'signReply'] as const) life.take({ type });
    forgetOriginals(life);
    life.take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001914CN' });
    expect(life.standing.state).toBe('dispatched');
  });
});
