import type { AnnualReport, ReportPublication } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { PublicationWords } from './publication-words.js';
import { usePublication, usePublish } from './use-publication.js';

type Props = { readonly report: AnnualReport };

/** By when the report has to be public, how long that is, and the act itself. */
export function PublicationCard({ report: { year, organ, scope } }: Props): ReactNode {
  const t = useWords('published');
  const which = { year: String(year), query: { organ: organ.code, scope } };
  const { data, error, refetch } = usePublication(which);
  return (
    <section className="card reports-card" aria-label={t('publication')}>
      <h2>{t('publication')}</h2>
      {error === null ? null : <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data === undefined ? error === null && <LoadingRows /> : <Standing key={data.state} publication={data} which={which} />}
    </section>
  );
}

type StandingProps = { readonly publication: ReportPublication; readonly which: Parameters<typeof usePublish>[0] };

function Standing({ publication, which }: StandingProps): ReactNode {
  const t = useWords('published');
  const [isSure, setSure] = useState(false);
  const publish = usePublish(which);
  const { state, may } = publication;
  return (
    <>
      <p className="dense" role="status" data-publication={state}>
        <PublicationWords publication={publication} />
      </p>
      {publish.error === null ? null : <ErrorNotice error={publish.error} />}
      {may.includes('publish') ? (
        <>
          <p className="dense muted">{t(isSure ? 'publication.sure' : 'publication.what')}</p>
          <div>
            <Button loading={publish.isPending} onClick={() => (isSure ? publish.mutate() : setSure(true))}>
              {t(isSure ? 'publication.yes' : 'publication.do')}
            </Button>
          </div>
        </>
      ) : null}
    </>
  );
}
