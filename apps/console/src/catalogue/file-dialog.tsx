import type { CatalogueEntry } from '@gongkai/contracts';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { NoClassified } from '../parts/no-classified.js';
import { TablePicker } from '../parts/table-picker.js';
import { useFocusBack } from '../parts/use-focus-back.js';
import { useFileOf } from './use-catalogue.js';

type Props = { readonly entry: CatalogueEntry; readonly onClose: () => void };

/** The file of an entry: put to it, replaced, taken away. */
export function FileDialog({ entry: { id, title, indexNumber, file, url }, onClose }: Props): ReactNode {
  const t = useWords('catalogue');
  const put = useFileOf(id, onClose);
  useFocusBack();
  return (
    <Modal open title={t('file')} onCancel={onClose} footer={null} width={520}>
      <p className="strong">
        {indexNumber} · {title}
      </p>
      <p>{file === null ? t('file.none') : t('file.is', { name: file.name })}</p>
      <p className="muted dense">{t('file.what')}</p>
      <NoClassified />
      {put.error === null ? null : <ErrorNotice error={put.error} />}
      <div className="catalogue-acts">
        {file === null || url === null ? null : (
          <Button onClick={() => put.mutate(null)} disabled={put.isPending}>
            {t('file.drop')}
          </Button>
        )}
        <TablePicker
          label={t('file.choose')}
          accept=""
          isPending={put.isPending}
          autoFocus
          onPick={(chosen) => put.mutate(chosen)}
        />
      </div>
    </Modal>
  );
}
