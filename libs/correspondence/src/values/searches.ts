import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import type { Telling } from './telling.js';

/** The searches, as the records list them: who has searched where and when, and who wrote it down, with the day where that is another (REG 36(4)). */
export const searchesOf = ({ matter: { journal, head } }: Telling): readonly Values[] =>
  journal.flatMap(({ fact, actorId, today }) => {
    if (fact.type !== 'SEARCH_RECORDED') return [];
    const { on = today, searchedBy, where, words, result } = fact;
    const recorder = head.people[actorId];
    return {
      'search.on': dayText(on),
      'search.by': searchedBy ?? recorder,
      'search.recordedBy': on === today ? recorder : `${recorder ?? ''}（${dayText(today) ?? ''}）`,
      'search.where': where,
      'search.words': words,
      'search.result': result,
    };
  });
