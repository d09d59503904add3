import { localDate } from '@gongkai/calendar';
import { lawShelf } from '@gongkai/casework';
import type { Guide, PaperKind } from '@gongkai/contracts';
import { Sources } from '@gongkai/correspondence';
import { compose } from '../../libs/correspondence/src/content/compose.js';
import type { Paper } from '../../libs/correspondence/src/content/paper.js';
import { sampleTelling } from '../../libs/correspondence/src/sample/sample-case.js';
import type { Telling } from '../../libs/correspondence/src/values/telling.js';

const shelf = lawShelf('config');
export const sources = new Sources('config');

/** What the applicant of the worked case and its organ are called, where a test wants it otherwise. */
type Change = { readonly name?: string; readonly guide?: Guide | null };

/** What a paper of the worked case is told from. */
export function tellingOf(kind: PaperKind, { name = '李明远', guide }: Change = {}): Telling {
  const law = shelf.lawOf(shelf.statute, localDate('2026-03-02'));
  const { matter, organ, ...telling } = sampleTelling(kind, law, sources.words());
  const applicant = { ...matter.head.applicant, name };
  return {
    ...telling,
    links: {
      addressOf: (entry) => `https://office.example.org/portal/consulted?token=${entry}`,
      followed: 'https://office.example.org/portal/follow',
    },
    organ: { ...organ, guide: guide === undefined ? organ.guide : guide },
    matter: { ...matter, head: { ...matter.head, applicant } },
  };
}

/** A paper of the worked case. */
export const paperOf = (kind: PaperKind, change: Change = {}): Paper => compose(sources.of(kind), tellingOf(kind, change), false);
