import type { FileView } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { FilePicker } from '../parts/file-picker.js';
import { NoClassified } from '../parts/no-classified.js';
import { useEvidence } from './use-assessments.js';

export type EvidenceFile = Pick<FileView, 'id' | 'name'>;
type Props = { readonly assessment: string; readonly files: readonly EvidenceFile[] };

/** Evidence, to be fetched. */
export const Evidence = ({ assessment, files }: Props): ReactNode =>
  files.length === 0 ? null : (
    <ul className="small">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a href={`/api/v1/assessments/${assessment}/files/${id}`} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );

type InputProps = {
  /** What it is evidence of. */
  readonly about: string;
  readonly files: readonly EvidenceFile[];
  readonly onChange: (files: readonly EvidenceFile[]) => void;
};

/** Evidence that is handed in. */
export function EvidenceInput({ about, files, onChange }: InputProps): ReactNode {
  const t = useWords('assess');
  const { mutate, isPending, error } = useEvidence((file) => onChange([...files.filter(({ id }) => id !== file.id), file]));
  return (
    <div className="assess-evidence">
      {files.map((file) => (
        <span key={file.id} className="small">
          {file.name}{' '}
          <Button
            size="small"
            aria-label={t('evidence.drop', { name: file.name })}
            onClick={() => onChange(files.filter((other) => other !== file))}
          >
            ×
          </Button>
        </span>
      ))}
      <FilePicker
        size="small"
        single
        loading={isPending}
        aria-label={`${about}：${t('evidence.add')}`}
        what={`${about}：${t('evidence')}`}
        onTake={([file]) => {
          if (file !== undefined) mutate(file);
        }}
      >
        {t('evidence.add')}
      </FilePicker>
      {error === null ? null : <ErrorNotice error={error} />}
      <NoClassified />
    </div>
  );
}
