import type { LocalDate } from '@gongkai/calendar';
import { stepTexts, type CaseRow, type CommandType } from '@gongkai/contracts';
import type { Say } from '../i18n/i18n.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useDays } from '../i18n/use-days.js';
import { useText, useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { useStoodInFor } from '../session/use-stood-in-for.js';
import { useOrganName } from './use-organ-name.js';

/** What the cells of a list speak with. */
export type Speech = {
  readonly t: Say<'lists'>;
  readonly terms: Say<'terms'>;
  readonly day: (day: LocalDate) => string;
  /** The name of a step; its code where it has none. */
  readonly step: (type: string) => string;
  readonly organName: (code: string) => string;
  /** Whether it is the reader's turn, or that of a colleague they stand in for. */
  /** Whether it is the reader. */
  readonly isMe: (personId: string) => boolean;
  readonly isMine: (row: Pick<CaseRow, 'turn'>) => boolean;
};

/** Words, days and names in the language of the screen. */
export function useSpeech(): Speech {
  const textOf = useText();
  const me = useSession().user.id;
  const stoodInFor = useStoodInFor();
  return {
    t: useWords('lists'),
    terms: useWords('terms'),
    day: useDays().listed,
    step: (type) => (type in stepTexts ? sentenceCase(textOf(stepTexts[type as CommandType])) : type),
    organName: useOrganName(),
    isMe: (id) => id === me,
    isMine: ({ turn }) => turn.who?.person?.id === me || stoodInFor.has(turn.who?.person?.id ?? ''),
  };
}
