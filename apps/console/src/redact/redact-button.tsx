import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { canBeOpened } from './can-be-opened.js';
import { useBegin, useRedactionsOf } from './use-redaction.js';

/** Begins to withhold parts of a file; where that was begun already and nothing has come of it yet, it leads there: two of one file are a slip. */
export function RedactButton({ caseId, file }: { readonly caseId: string; readonly file: FileView }): ReactNode {
  const t = useWords('redact');
  const navigate = useNavigate();
  const { role } = useSession();
  const begin = useBegin(caseId, (id) => void navigate(`/redact/${id}`));
  const begun = useRedactionsOf(caseId).data?.items.find(({ source, result }) => source.id === file.id && result === null);
  if (role !== 'caseworker' || !canBeOpened(file)) return null;
  if (begun !== undefined)
    return (
      <Link to={`/redact/${begun.id}`} aria-label={t('go-on.of', { name: file.name })}>
        {t('go-on')}
      </Link>
    );
  return (
    <>
      <Button
        size="small"
        loading={begin.isPending}
        onClick={() => begin.mutate(file.id)}
        aria-label={t('begin.of', { name: file.name })}
      >
        {t('begin')}
      </Button>
      {begin.error === null ? null : <ErrorNotice error={begin.error} />}
    </>
  );
}
