import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { TrailLinks } from '../list/trail-links.js';
import { useWindowTitle } from '../parts/use-window-title.js';
import { Subject } from './subject.js';
import { WatchToggle } from './watch-toggle.js';

/** Number, what is asked for, by whom, how it came and how it is wanted: one line. */
export function TitleLine({ view }: { readonly view: CaseView }): ReactNode {
  const t = useWords('case');
  useWindowTitle(view.number);
  return (
    <header className="case-title">
      <div className="case-name">
        <TrailLinks id={view.id} />
        <h1 className="subject-title">
          <span className="subject-number">{view.number}</span>
          {view.round > 1 && <span className="round-tag">{t('round', { round: view.round })}</span>}
          <Subject view={view} />
        </h1>
      </div>
      <dl className="case-facts dense">
        <dt>{t('applicant')}</dt>
        <dd>
          {view.applicant.name}
          {t('in-brackets', { text: t(view.applicant.kind === 'natural_person' ? 'applicant.natural' : 'applicant.legal') })}
        </dd>
        <dt>{t('channel')}</dt>
        <dd>{t(`channel.${view.receipt.channel}`)}</dd>
        <dt>{t('wanted-form')}</dt>
        <dd>
          {t(`wanted-form.${view.wantedForm}`)}
          {t('comma')}
          {t(`delivery.${view.delivery}`)}
        </dd>
        <dt>{t('assignee')}</dt>
        <dd>{view.assignee?.name ?? t('assignee.none')}</dd>
        <dt>{t('watch')}</dt>
        <dd>
          <WatchToggle caseId={view.id} />
        </dd>
      </dl>
    </header>
  );
}
