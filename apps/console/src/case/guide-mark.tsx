import { guideLacks, lacksRemediesAlone, type CaseView, type PublicGuide } from '@gongkai/contracts';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { GuideLink } from '../parts/guide-link.js';
import { useRemedyLetters } from '../parts/remedy-letters.js';

const A_MINUTE = 60_000;

/** What letters of the organ of a case need and its guide does not say; nothing while that is not known. */
function useGuideLacks({ organ, state }: CaseView) {
  const { role } = useSession();
  const { data } = useQuery({
    queryKey: keys.guide(organ),
    queryFn: () => api.get<PublicGuide>(`/public/organs/${organ}/guide`),
    enabled: !OVER.has(state) && role !== 'auditor',
    staleTime: A_MINUTE,
  });
  return data === undefined ? [] : guideLacks(data.inForce?.guide ?? null);
}

const OVER: ReadonlySet<string> = new Set(['closed', 'filed']);

/** Said before anybody writes: which letters of this case cannot be drawn, and that the others can. */
export function GuideMark({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  const settings = useWords('settings');
  const lacks = useGuideLacks(view);
  const letters = useRemedyLetters();
  if (lacks.length === 0) return null;
  const some = lacksRemediesAlone(lacks);
  const names = lacks.map((need) => settings(`field.${need}`)).join(t('mark.guide-lacks.and'));
  return (
    <ul className="case-marks dense">
      <li data-guide-lacks>
        <b>{some ? t('mark.guide-lacks.some', { letters }) : t('mark.guide-lacks')}</b>
        {t('mark.guide-lacks.what', { names })} {some ? t('mark.guide-lacks.others') : null} <GuideLink organ={view.organ} />
      </li>
    </ul>
  );
}
