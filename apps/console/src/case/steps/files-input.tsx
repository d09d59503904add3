import type { DocumentsView, FileView } from '@gongkai/contracts';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { ProblemError } from '../../api/problem.js';
import { useWords } from '../../i18n/use-words.js';
import { useRedactionsOf } from '../../redact/use-redaction.js';
import { FilePicker } from '../../parts/file-picker.js';
import { handIn } from '../../parts/hand-in.js';
import { NoClassified } from '../../parts/no-classified.js';
import { useDocuments } from '../use-case.js';
import type { InputProps } from './input-props.js';
import { isRefused, type RefusedFile } from './step-values.js';

type StoredFile = Pick<FileView, 'id' | 'name'>;
const isFile = (item: DocumentsView['items'][number]): item is Extract<typeof item, { type: 'file' }> => item.type === 'file';

/** Files of the case, what was made of them by redaction, and new ones. A file is kept as soon as it is handed in; the step names it, and waits for one that was refused. */
export function FilesInput({ id, view, value, onChange }: InputProps): ReactNode {
  const t = useWords('step');
  const documents = useDocuments(view.id);
  const [added, setAdded] = useState<readonly StoredFile[]>([]);
  const whyOf = useWhyRefused();
  const given = Array.isArray(value) ? (value as (string | RefusedFile)[]) : [];
  const chosen = given.filter((file) => !isRefused(file));
  const refused = given.filter(isRefused);
  const redacted = (useRedactionsOf(view.id).data?.items ?? []).flatMap(({ result }) => result ?? []);
  const known = [...(documents.data?.items ?? []).filter(isFile), ...redacted, ...added];
  const files = known.filter((file, i) => known.findIndex((other) => other.id === file.id) === i);
  const take = async (list: FileList): Promise<void> => {
    const handed = [...list];
    const answers = await Promise.allSettled(handed.map(handIn));
    const stored = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    const failed = answers.flatMap((answer, i) =>
      answer.status === 'rejected' ? [{ refused: handed[i]?.name ?? '', why: whyOf(answer.reason) }] : [],
    );
    setAdded((before) => [...before, ...stored]);
    const standing = refused.filter((earlier) => handed.every(({ name }) => name !== earlier.refused));
    onChange([...new Set([...chosen, ...stored.map((file) => file.id)]), ...standing, ...failed]);
  };
  const choose = (file: StoredFile, isChosen: boolean): void =>
    onChange([...chosen.filter((other) => other !== file.id), ...(isChosen ? [file.id] : []), ...refused]);
  return (
    <div className="field-files">
      {files.map((file) => (
        <Checkbox key={file.id} checked={chosen.includes(file.id)} onChange={({ target }) => choose(file, target.checked)}>
          {file.name}
        </Checkbox>
      ))}
      <FilePicker id={id} onTake={(list) => void take(list)}>
        {t('add-files')}
      </FilePicker>
      <NoClassified />
      {refused.map((file) => (
        <Refused key={file.refused} file={file} onRemove={() => onChange(given.filter((other) => other !== file))} />
      ))}
    </div>
  );
}

function Refused({ file, onRemove }: { readonly file: RefusedFile; readonly onRemove: () => void }): ReactNode {
  const t = useWords('step');
  return (
    <p className="field-problem file-refused" role="alert">
      <span className="free-text">{t('file-refused', { name: file.refused, why: file.why })}</span>{' '}
      <Button size="small" onClick={onRemove}>
        {t('file-refused.remove')}
      </Button>
    </p>
  );
}

/** Why a file was not taken, in the words of the server where it gave any. */
function useWhyRefused(): (reason: unknown) => string {
  const t = useWords('shell');
  return (reason) =>
    reason instanceof ProblemError ? (reason.problem.fields?.[0]?.message ?? reason.problem.title) : t('failed.network');
}
