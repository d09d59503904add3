import {
  fieldMessage,
  GUIDE_NEEDS,
  guideLacks,
  lacksRemediesAlone,
  PAPER_KINDS,
  paperOfStep,
  Refusal,
  REMEDY_PAPERS,
  type Guide,
  type PaperKind,
} from '@gongkai/contracts';
import { paperOf, sources, tellingOf } from './worked-case.js';

const lacking = (kind: PaperKind, guide: Guide | null) => {
  try {
    paperOf(kind, { guide });
    return [];
  } catch (problem) {
    if (problem instanceof Refusal) return problem.fields;
    throw problem;
  }
};

const letters = [...new Set(Object.values(paperOfStep))];
const needsOf = (guide: Guide | null): readonly string[] =>
  [...new Set(letters.flatMap((kind) => lacking(kind, guide).map(({ path }) => path.replace('paper.organ.', ''))))].sort();

/** Once with everything, once with what a guide has to say at the least. */
const { guide: whole } = tellingOf('reply').organ;
if (whole === null) throw new Error('The worked case has no guide.');
const { reconsiderationOrgan: _organ, court: _court, supervisor: _supervisor, ...least } = whole;

test('what is said beforehand to be lacking in a guide is what the letters then lack', () => {
  expect(needsOf(whole)).toEqual([]);
  expect(guideLacks(whole)).toEqual([]);
  for (const guide of [least, null]) expect([...guideLacks(guide)].sort()).toEqual(expect.arrayContaining([...needsOf(guide)]));
  expect(guideLacks(least)).toEqual(['reconsiderationOrgan', 'court', 'supervisor']);
  expect(guideLacks(null)).toEqual(GUIDE_NEEDS);
  expect(needsOf(least)).toEqual(['court', 'reconsiderationOrgan', 'supervisor']);
});

test('without court, supervisor and the organ that reconsiders only what tells of remedies is not drawn', () => {
  expect(PAPER_KINDS.filter((kind) => JSON.stringify(sources.of(kind)).includes('"remedies"'))).toEqual(REMEDY_PAPERS);
  for (const kind of PAPER_KINDS)
    if (!REMEDY_PAPERS.some((one) => one === kind)) expect([kind, lacking(kind, least)]).toEqual([kind, []]);
  expect([least, null, whole].map((guide) => lacksRemediesAlone(guideLacks(guide)))).toEqual([true, false, false]);
});

test('what is lacking in the guide is told with who fills it in and where; what the case lacks is not', () => {
  const [court] = lacking('reply', least).filter(({ path }) => path === 'paper.organ.court');
  if (court === undefined) throw new Error('No court was missed.');
  expect(fieldMessage(court, 'zh-CN')).toBe(
    '文书缺少：本机关指南中的管辖法院。由系统管理在“机构人员—机构”修改该机关的指南补上；补上之前印不出这份文书',
  );
  expect(fieldMessage(court, 'en')).toMatch(
    /^The paper lacks the court, in the guide of the organ: an administrator fills it in under Organs/,
  );
});
