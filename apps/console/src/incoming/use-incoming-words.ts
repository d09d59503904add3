import type { IncomingFinding, IncomingRow, IncomingView } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

type Outcome = Pick<IncomingRow, 'state' | 'case'> & Partial<Pick<IncomingView, 'attachedAs' | 'reason'>>;

/** What is said of something that came in. */
export function useIncomingWords() {
  const t = useWords('incoming');
  return {
    /** What became of it; nothing while it waits. */
    outcome: ({ state, case: found, attachedAs, reason }: Outcome): string | null => {
      const number = found?.number ?? '';
      if (state === 'waiting') return null;
      if (state === 'attached') return t('state.attached', { number, as: t(`as.${attachedAs ?? 'other'}`) });
      return state === 'opened' ? t('state.opened', { number }) : t(`state.${state}`, { reason: reason ?? '' });
    },
    finding: ({ code, page, detail }: IncomingFinding): string =>
      t(`finding.${code}`, { page: page ?? '', detail: detail ?? '' }),
    /** What is seen at a glance: how many pages, what it is about, what a machine takes it for. */
    content: ({ pages, subject, sort, cameAgain, readable }: IncomingRow): string =>
      [
        pages === null ? null : t('pages', { count: pages }),
        subject ?? (pages === null ? t('no-subject') : null),
        sort === 'ordinary' ? null : t(`sort.${sort}`),
        cameAgain === 0 ? null : t('came-again', { count: cameAgain }),
        readable ? null : t('unreadable'),
      ]
        .filter((part) => part !== null)
        .join(' · '),
  };
}
