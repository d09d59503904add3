import type { IncomingView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { useKeys } from '../keys/use-keys.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { ScanViewer } from '../parts/scan-viewer.js';
import { AnswerForm } from './answer-form.js';
import { AttachForm } from './attach-form.js';
import { CaseLinks } from './case-links.js';
import { DismissForm } from './dismiss-form.js';
import { FirstAct } from './first-act.js';
import { IncomingText } from './incoming-text.js';
import { useIncomingAct, useIncomingView } from './use-incoming.js';
import { useIncomingWords } from './use-incoming-words.js';
import { useMomentSeen } from './use-moment-seen.js';

/** What is being done with it beside the list. */
export type IncomingForm = 'attach' | 'dismiss' | 'answer';

type Props = {
  readonly id: string;
  readonly form: IncomingForm | null;
  readonly onForm: (form: IncomingForm | null) => void;
  readonly onDone: (view: IncomingView) => void;
};

/** One of them: who sent it when, what it says, its pages, and what it may be. */
export function IncomingPanel({ id, form, onForm, onDone }: Props): ReactNode {
  const { data: view, error, refetch } = useIncomingView(id);
  if (error !== null) return <ErrorNotice error={error} onRetry={() => void refetch()} />;
  if (view === undefined) return <section className="card inbox-panel" aria-busy />;
  const close = (): void => onForm(null);
  return (
    <div className="inbox-panel-stack">
      <section className="card inbox-panel" aria-labelledby="incoming-heading">
        <Head view={view} />
        {form === 'attach' ? <AttachForm id={id} meantFor={view.meantFor} onDone={onDone} onClose={close} /> : null}
        {form === 'dismiss' ? <DismissForm id={id} onDone={onDone} onClose={close} /> : null}
        {form === 'answer' ? <AnswerForm id={id} onDone={onDone} onClose={close} /> : null}
        {form === null ? <Acts view={view} onForm={onForm} onDone={onDone} /> : null}
        <History view={view} />
      </section>
      <IncomingText view={view} />
      {view.files.length === 0 ? null : <ScanViewer files={view.files} />}
    </div>
  );
}

function Head({ view }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  const words = useIncomingWords();
  const moment = useMomentSeen();
  const outcome = words.outcome(view);
  return (
    <>
      <h2 id="incoming-heading">
        {t(`source.${view.source}`)} · {moment(view.arrivedAt)}
      </h2>
      <p className="muted">{[view.sender, words.content(view)].filter((part) => part !== null).join(' · ')}</p>
      <MeantFor view={view} />
      {outcome === null ? null : <p className="strong">{outcome}</p>}
      {words.findings(view).map((found) => (
        <p key={found} className="incoming-finding">
          {found}
        </p>
      ))}
      {view.before === null ? null : (
        <p className="incoming-finding">
          <Link to={`/inbox?look=${view.before.id}`}>{t('addition.to', { at: moment(view.before.arrivedAt) })}</Link>{' '}
          {view.before.case === null ? null : <Link to={`/case/${view.before.case.id}`}>{view.before.case.number}</Link>}
        </p>
      )}
      {view.samePages.map(({ id, arrivedAt }) => (
        <p key={id} className="incoming-finding">
          <Link to={`/inbox?look=${id}`}>{t('same-pages', { at: moment(arrivedAt) })}</Link>
        </p>
      ))}
    </>
  );
}

/** Who has sent it to which case, and as what: the applicant, or who has the link of who is asked. */
function MeantFor({ view: { meantFor, sender } }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  if (meantFor === null) return null;
  const { number, as } = meantFor;
  return (
    <p>
      {as === 'consultation_answer'
        ? t('meant-for.party', { party: sender ?? '', number })
        : t('meant-for', { number, as: t(`as.${as}`) })}
    </p>
  );
}

type ActsProps = Pick<Props, 'onForm' | 'onDone'> & { readonly view: IncomingView };

function Acts({ view, onForm, onDone }: ActsProps): ReactNode {
  const t = useWords('incoming');
  const act = useIncomingAct(view.id, onDone);
  const hold = (): void => act.mutate({ type: view.claimedBy === null ? 'claim' : 'release' });
  useKeys(view.state === 'waiting' ? [{ keys: ['L'], does: t('claim'), run: hold }] : []);
  return (
    <>
      {act.error === null ? null : <ErrorNotice error={act.error} />}
      <div className="inbox-acts">
        {view.state === 'waiting' ? (
          <>
            <FirstAct view={view} onAttach={() => onForm('attach')} />
            <Button onClick={() => onForm('attach')}>
              {t('attach')} <kbd>B</kbd>
            </Button>
            <Button onClick={() => onForm('dismiss')}>
              {t('dismiss')} <kbd>X</kbd>
            </Button>
            {view.source === 'hotline' ? (
              <Button onClick={() => onForm('answer')}>
                {t('answer')} <kbd>A</kbd>
              </Button>
            ) : null}
            {view.source === 'hotline' || view.sort === 'complaint' ? (
              <Button onClick={() => act.mutate({ type: 'complaint' })}>{t('complaint')}</Button>
            ) : null}
            <Button onClick={hold}>
              {t(view.claimedBy === null ? 'claim' : 'release')} <kbd>L</kbd>
            </Button>
          </>
        ) : (
          <>
            <Button onClick={() => act.mutate({ type: 'restore' })} loading={act.isPending}>
              {t('restore')}
            </Button>
            <CaseLinks view={view} />
          </>
        )}
      </div>
    </>
  );
}

function History({ view: { history } }: { readonly view: IncomingView }): ReactNode {
  const t = useWords('incoming');
  const moment = useMomentSeen();
  return (
    <details className="incoming-history">
      <summary>{t('history')}</summary>
      <ol>
        {history.map(({ at, by, act, detail }, i) => (
          <li key={i}>
            {moment(at)} {by ?? t('by-itself')} {t(`act.${act}`)} {detail}
          </li>
        ))}
      </ol>
    </details>
  );
}
