import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { PageTitle } from '../parts/page-title.js';
import { RootsCard } from './roots-card.js';
import { useVerification } from './use-roots.js';
import { Verified } from './verified.js';
import './journal.css';

/** Whether the journals are what was written, and what was signed for each day. */
export function VerifyPage(): ReactNode {
  const t = useWords('search');
  const verify = useVerification();
  return (
    <main id="content" className="page" tabIndex={-1}>
      <PageTitle title={t('verify')} sentence={t('verify.sentence')}>
        <Button type="primary" loading={verify.isPending} onClick={() => verify.mutate()}>
          {t('verify.run')}
        </Button>
      </PageTitle>
      <section className="card journal-card" aria-live="polite" aria-label={t('verify')}>
        {verify.isIdle ? <p className="muted">{t('verify.idle')}</p> : null}
        {verify.error === null ? null : <ErrorNotice error={verify.error} />}
        {verify.isPending ? <p>{t('verify.running')}</p> : null}
        {verify.data === undefined ? null : <Verified {...verify.data} />}
      </section>
      <RootsCard />
    </main>
  );
}
