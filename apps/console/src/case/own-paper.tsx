import type { CaseView } from '@gongkai/contracts';
import { Fragment, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

type Props = { readonly view: CaseView; readonly waiting: CaseView['toConfirm'][number] };

/** A letter that was not drawn here: whoever confirms it opens these very files. */
export function OwnPaper({ view, waiting: { entryId, reason } }: Props): ReactNode {
  const t = useWords('case');
  const { fileIds = [] } = view.notices.find(({ own }) => own?.entryId === entryId)?.own ?? {};
  if (reason !== 'own-paper') return null;
  return (
    <>
      {t('mark.own-paper')}
      {fileIds.map((id, i) => (
        <Fragment key={id}>
          {' '}
          <a href={`/api/v1/files/${id}?inline=true`} target="_blank" rel="noreferrer">
            {t('mark.own-paper.file', { number: i + 1 })}
          </a>
        </Fragment>
      ))}
    </>
  );
}
