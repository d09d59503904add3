import type { IncomingFinding, IncomingRow, IncomingView } from '@gongkai/contracts';
import { useWords } from '../i18n/use-words.js';

type Outcome = Pick<IncomingRow, 'state' | 'case'> & Partial<Pick<IncomingView, 'attachedAs' | 'reason'>>;

/** Why a whole fax was not taken, where it is of no kind that is; of a mail, the file that was not is named. */
const OF_NO_KIND: readonly string[] = ['file-not-what-it-says', 'invalid-request'];

/** What is said of something that came in. */
export function useIncomingWords() {
  const t = useWords('incoming');
  const inWords = ({ code, page, detail }: IncomingFinding): string => {
    if (code !== 'file-refused') return t(`finding.${code}`, { page: page ?? '', detail: detail ?? '' });
    if (detail === 'too-large') return t('finding.file-refused.too-large');
    return detail === undefined || OF_NO_KIND.includes(detail)
      ? t('finding.file-refused.no-kind')
      : t('finding.file-refused', { detail });
  };
  const toldBefore = ({ cameAgain, resent, addition }: Pick<IncomingRow, 'cameAgain' | 'resent' | 'addition'>) => [
    cameAgain === 0 ? null : t('came-again', { count: cameAgain }),
    addition ? t('addition') : null,
    resent ? t('resent') : null,
  ];
  return {
    /** What became of it; nothing while it waits. */
    outcome: ({ state, case: found, attachedAs, reason }: Outcome): string | null => {
      const number = found?.number ?? '';
      if (state === 'waiting') return null;
      if (state === 'attached') return t('state.attached', { number, as: t(`as.${attachedAs ?? 'other'}`) });
      return state === 'opened' ? t('state.opened', { number }) : t(`state.${state}`, { reason: reason ?? '' });
    },
    /** What was found wrong; of what cannot be read at all, not that it is damaged. */
    findings: ({ findings }: Pick<IncomingView, 'findings'>): string[] => {
      const isLost = findings.some(({ code }) => code === 'file-unreadable');
      return findings.filter(({ code }) => !isLost || code !== 'file-damaged').map(inWords);
    },
    /** What is seen at a glance: how many pages, what it is about, what a machine takes it for. */
    content: ({ pages, subject, sort, readable, ...again }: IncomingRow): string =>
      [
        pages === null ? null : t('pages', { count: pages }),
        subject ?? (pages === null ? t('no-subject') : null),
        sort === 'ordinary' ? null : t(`sort.${sort}`),
        ...toldBefore(again),
        readable ? null : t('unreadable'),
      ]
        .filter((part) => part !== null)
        .join(' · '),
  };
}
