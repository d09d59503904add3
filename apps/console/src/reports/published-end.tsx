import type { PublishedReportLine } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { ReasonDialog } from '../parts/reason-dialog.js';
import { useEndPublished } from './use-published.js';

type Props = { readonly report: PublishedReportLine; readonly onClose: () => void };

/** Takes a report out of count. */
export function PublishedEnd({ report: { id, name, year, file }, onClose }: Props): ReactNode {
  const t = useWords('published');
  const title = t('end.of', { name: name[useLanguage()], year });
  const ending = useEndPublished(String(id), onClose);
  return (
    <ReasonDialog
      words={{
        ...{ title, reason: t('end.why'), what: t('end.what'), act: t('end'), leave: t('leave') },
        sure: { what: t('end.sure'), act: t('end.yes'), back: t('end.back') },
      }}
      about={<p className="muted">{file.name}</p>}
      act={ending}
      onClose={onClose}
    />
  );
}
