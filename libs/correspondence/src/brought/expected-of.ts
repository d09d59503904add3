import { AnswerCode } from '@gongkai/contracts';
import type { Paper } from '../content/paper.js';
import { placeText, type Values } from '../content/places.js';
import { listsOf } from '../values/lists.js';
import type { Telling } from '../values/telling.js';
import type { Expected, ExpectedItem } from './finding.js';

/** What somebody wrote down for a decision, and a reply has to tell (REG 36, 37). */
const WRITTEN = [
  'item.facts',
  'item.reasons',
  'item.harm',
  'item.severability',
  'item.otherOrgan',
  'item.earlierReply',
] as const satisfies (keyof Values)[];

/** What a reply of the case has to say, however it is written. @param paper the reply as it would be drawn */
export function expectedOf(paper: Paper, telling: Telling): Expected {
  const { head, reckoned } = telling.matter;
  const values = listsOf(telling).items;
  const { items } = reckoned.now.file;
  return {
    paper,
    applicant: head.applicant.name,
    articles: values.flatMap((item) => item['item.article'] ?? []),
    items: items.flatMap(({ decision, description }, i): readonly ExpectedItem[] => {
      const code = AnswerCode.safeParse(decision?.code);
      if (!code.success) return [];
      const own = values[i] ?? {};
      const said = WRITTEN.flatMap((place) => ({ called: placeText(place), text: own[place] ?? '' }));
      const no = items.length === 1 ? null : (own['item.no'] ?? null);
      return [{ no, description, code: code.data, said: said.filter(({ text }) => text !== '') }];
    }),
    reached: Object.values(telling.organ.guide ?? {}).filter((told) => typeof told === 'string'),
    grounds: reckoned.law.grounds,
  };
}
