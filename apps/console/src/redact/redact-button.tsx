import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { useSession } from '../session/session.js';
import { canBeOpened } from './can-be-opened.js';
import { useBegin } from './use-redaction.js';

/** Begins to withhold parts of a file. */
export function RedactButton({ caseId, file }: { readonly caseId: string; readonly file: FileView }): ReactNode {
  const t = useWords('redact');
  const navigate = useNavigate();
  const { role } = useSession();
  const begin = useBegin(caseId, (id) => void navigate(`/redact/${id}`));
  if (role !== 'caseworker' || !canBeOpened(file)) return null;
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
