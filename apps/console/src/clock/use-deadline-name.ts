import type { CaseView } from '@gongkai/contracts';
import { useDeadlineWord } from '../i18n/use-deadline-word.js';
import { useWords } from '../i18n/use-words.js';
import { consultationOf, deadlineKey, estimatedDeadline } from './deadlines.js';

const OWN = ['replyDue', 'extendedDue', 'replyDueAtRegistration', 'cautiousFinalDue', 'receivedOn'] as const;
const isOwn = (key: string): key is (typeof OWN)[number] => OWN.some((own) => own === key);

/** Names a deadline: in general words, an answer by who is asked, an estimate as one. */
export function useDeadlineName({ consultations }: Pick<CaseView, 'consultations'>): (deadline: string) => string {
  const t = useWords('clock');
  const word = useDeadlineWord();
  const named = (deadline: string): string => {
    const key = deadlineKey(deadline);
    const party = consultations.find(({ id }) => id === consultationOf(deadline))?.party;
    if (party !== undefined) return t('deadline.answer-of', { party });
    if (isOwn(key)) return t(`deadline.${key}`);
    return word(key);
  };
  return (deadline) => {
    const estimated = estimatedDeadline(deadline);
    return estimated === null ? named(deadline) : `${named(estimated)}${t('tab.provisional')}`;
  };
}
