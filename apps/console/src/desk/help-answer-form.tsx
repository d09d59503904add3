import type { HelpAsked } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { ErrorNotice } from '../parts/error-notice.js';
import { FilePicker } from '../parts/file-picker.js';
import { handIn } from '../parts/hand-in.js';
import { NoClassified } from '../parts/no-classified.js';
import { useAnswerAsked } from './use-asked.js';
import { useHelpDraft } from './use-help-draft.js';

type Handed = { readonly id: string; readonly name: string };
const isAmong = (files: readonly Handed[], { id }: Handed): boolean => files.some((file) => file.id === id);

/** What a unit answers; what was typed is kept in this window until it is sent. */
export function HelpAnswerForm({ asked: { id, unit } }: { readonly asked: HelpAsked }): ReactNode {
  const t = useWords('desk');
  const step = useWords('step');
  const answering = useAnswerAsked(id);
  const { draft, setDraft, forget } = useHelpDraft(id);
  const [failure, setFailure] = useState<Error | null>(null);
  const answer = draft.answer.trim();
  const take = async (list: FileList): Promise<void> => {
    try {
      const handed = await Promise.all([...list].map(handIn));
      setFailure(null);
      setDraft((before) => ({ ...before, files: [...before.files.filter((file) => !isAmong(handed, file)), ...handed] }));
    } catch (error) {
      setFailure(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const send = (): void => {
    if (answer === '' || answering.isPending) return;
    const fileIds = draft.files.map((file) => file.id);
    answering.mutate({ answer, ...(fileIds.length === 0 ? {} : { fileIds }) }, { onSuccess: forget });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  const wrong = failure ?? answering.error;
  return (
    <div className="co-handling-answer" onKeyDown={onKeyDown}>
      <Input.TextArea
        aria-label={t('co-handling.answer-of', { unit })}
        autoSize={{ minRows: 2 }}
        value={draft.answer}
        onChange={({ target }) => setDraft((before) => ({ ...before, answer: target.value }))}
      />
      {draft.files.map((file) => (
        <div key={file.id} className="small free-text">
          {file.name}{' '}
          <button
            type="button"
            className="link-button"
            aria-label={`${step('file-refused.remove')} ${file.name}`}
            onClick={() =>
              setDraft((before) => ({ ...before, files: before.files.filter(({ id: other }) => other !== file.id) }))
            }
          >
            {step('file-refused.remove')}
          </button>
        </div>
      ))}
      <FilePicker size="small" onTake={(list) => void take(list)}>
        {step('add-files')}
      </FilePicker>{' '}
      <Button size="small" type="primary" disabled={answer === ''} loading={answering.isPending} onClick={send}>
        {t('co-handling.send')} <kbd aria-hidden>Ctrl</kbd> <kbd aria-hidden>Enter</kbd>
      </Button>
      <NoClassified />
      {wrong !== null && <ErrorNotice error={wrong} />}
    </div>
  );
}
