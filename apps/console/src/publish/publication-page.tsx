import type { PublicationDraft } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { addressOfFile } from '../parts/file-address.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { LoadingRows } from '../parts/loading-rows.js';
import { useWindowTitle } from '../parts/use-window-title.js';
import { DraftForm } from './draft-form.js';
import { Due } from './drafts-table.js';
import { FindingsTable } from './findings-table.js';
import { MovesCard } from './moves-card.js';
import { usePublication } from './use-publications.js';
import './publish.css';

/** An answer on its way to the public: what of it, what of persons was found in it, who has looked at it. */
export function PublicationPage(): ReactNode {
  const { id = '' } = useParams();
  const { data, error, refetch } = usePublication(id);
  return (
    <main id="content" className="page publish" tabIndex={-1}>
      {error !== null && data === undefined ? <ErrorNotice error={error} onRetry={() => void refetch()} /> : null}
      {data === undefined ? error === null && <LoadingRows /> : <Filled draft={data} />}
    </main>
  );
}

function Filled({ draft }: { readonly draft: PublicationDraft }): ReactNode {
  const t = useWords('publish');
  const [isWriting, setWriting] = useState(false);
  useWindowTitle(draft.title);
  return (
    <>
      <header className="publish-title">
        <h1 className="publish-text">{t('one', { title: draft.title })}</h1>
        <Link className="no-wrap" to={`/case/${draft.case.id}?tab=files`}>
          {t('to-case', { number: draft.case.number })}
        </Link>
      </header>
      <div className="publish-columns">
        <section className="card publish-card" aria-label={t('content')}>
          <Content draft={draft} />
          {draft.may.includes('change') ? (
            <div>
              <Button onClick={() => setWriting(true)}>{t('change')}</Button>
            </div>
          ) : null}
          <h2>{t('findings')}</h2>
          <FindingsTable draft={draft} />
        </section>
        <MovesCard key={draft.version} draft={draft} />
      </div>
      {isWriting ? (
        <DraftForm whose={draft} caseId={draft.case.id} onClose={() => setWriting(false)} onDone={() => setWriting(false)} />
      ) : null}
    </>
  );
}

/** What the signature fixed of the reply, with its reason; one that is not to be public stands out. */
function ReplyIs({ draft: { attribute } }: { readonly draft: PublicationDraft }): ReactNode {
  const t = useWords('publish');
  const terms = useWords('terms');
  if (attribute === null) return '—';
  const word = terms(`attribute.${attribute.is}`);
  const said = attribute.reason === null ? word : t('attribute', { word, reason: attribute.reason });
  return attribute.is === 'not_public' ? <strong className="publish-problem">{said}</strong> : said;
}

/** All that becomes public. */
function Content({ draft }: { readonly draft: PublicationDraft }): ReactNode {
  const t = useWords('publish');
  const terms = useWords('terms');
  const language = useLanguage();
  const { listed } = useDays();
  const { file } = draft;
  const rows: readonly (readonly [string, ReactNode])[] = [
    [t('field.title'), draft.title],
    [t('field.summary'), draft.summary === '' ? '—' : draft.summary],
    [t('field.indexNumber'), draft.indexNumber],
    [t('field.kind'), draft.kind.name[language]],
    [t('field.madeOn'), draft.madeOn === null ? '—' : listed(draft.madeOn)],
    [
      t('field.fileId'),
      <a key="file" href={`${addressOfFile(file)}&inline=true`} target="_blank" rel="noreferrer">
        {file.name}
      </a>,
    ],
    [terms('field.attribute'), <ReplyIs key="attribute" draft={draft} />],
    [t('due'), <Due key="due" draft={draft} />],
  ];
  return (
    <dl className="publish-content">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="publish-text">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
