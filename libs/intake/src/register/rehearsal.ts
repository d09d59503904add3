import { randomUUID } from 'node:crypto';
import { applicationFact, withoutOfficeRules, type LawShelf } from '@gongkai/casework';
import type { LocalDate } from '@gongkai/calendar';
import type { Language } from '@gongkai/contracts';
import { decide, openCase, type Actor, type Asking, type CaseNow } from '@gongkai/lifecycle';
import { sha256 } from '@gongkai/platform';
import { play, type Played, type Stage } from './play.js';
import type { Script } from './script.js';

const DESK: Actor = { id: 'desk', roles: ['clerk', 'caseworker'], ogiHead: false };
const HEAD: Actor = { id: 'head', roles: ['approver', 'reviewer'], ogiHead: true };
const ACTORS = { desk: DESK, head: HEAD, clock: 'clock' } as const;

/** Plays a script in thought: what the law says to each of its steps is known before anything is written. */
export function rehearse(script: Script, laws: LawShelf, language: Language): Promise<Played> {
  let now: CaseNow | undefined;
  const asking = (actor: Asking['actor'], today: LocalDate): Asking => ({
    ...{ actor, today, entryId: randomUUID(), newId: randomUUID, digest: sha256 },
    law: withoutOfficeRules(laws).lawOf(laws.statute, today),
  });
  const stage: Stage = {
    open: ({ openedOn, body }) => {
      const at = asking(DESK, openedOn);
      const fact = applicationFact(body, randomUUID(), laws.lawOf(laws.statute, openedOn), openedOn);
      now = openCase(fact, at).after;
      return Promise.resolve();
    },
    subjects: () => ({
      item: now?.file.items[0]?.id ?? '',
      notice: (kind) => now?.file.notices.findLast((notice) => notice.kind === kind)?.id,
    }),
    take: (command, { by, on }) => {
      if (now !== undefined) now = decide(now, command, asking(ACTORS[by], on)).after;
      return Promise.resolve();
    },
  };
  return play(script, stage, language);
}
