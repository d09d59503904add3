import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { ErrorNotice } from './error-notice.js';
import { NoClassified } from './no-classified.js';
import './table-dialog.css';
import { TablePicker } from './table-picker.js';
import { useFocusBack } from './use-focus-back.js';

type Words = { readonly title: string; readonly what: string; readonly choose: string };

type Props<T> = {
  readonly words: Words;
  /** What is chosen before the table, and for what it was chosen: for something else it is looked at afresh. */
  readonly above?: ReactNode;
  readonly about?: string;
  /** What is called how of what is chosen before it, by the paths of the request. */
  readonly names?: Readonly<Record<string, string>>;
  /** Endings of names that can be chosen, where it is more than a table. */
  readonly accept?: string;
  readonly send: (table: FormData, preview: boolean) => Promise<T>;
  /** How many rows of it are taken in. */
  readonly countOf: (looked: T) => number;
  readonly takeWords: (count: number) => string;
  readonly takenWords: (count: number) => string;
  readonly onTaken: () => Promise<unknown>;
  readonly onClose: () => void;
  /** What the table holds, row by row. */
  readonly children: (looked: T) => ReactNode;
};

/** A table that is looked at, with all that is wrong with it, and then taken in, once. */
export function TableDialog<T>({ above, about, ...props }: Props<T>): ReactNode {
  const { words, onClose } = props;
  useFocusBack();
  return (
    <Modal open title={words.title} onCancel={onClose} footer={null} width={960}>
      <p className="muted">{words.what}</p>
      <NoClassified />
      {above}
      <Looking key={about} {...props} />
    </Modal>
  );
}

function Looking<T>({ words, names, accept, send, countOf, takeWords, takenWords, onTaken, children }: Props<T>): ReactNode {
  const [file, setFile] = useState<File | null>(null);
  const look = useMutation({ mutationFn: (chosen: File) => send(formOf(chosen), true) });
  const take = useMutation({ mutationFn: (chosen: File) => send(formOf(chosen), false), onSuccess: onTaken });
  const choose = (chosen: File): void => {
    setFile(chosen);
    take.reset();
    look.mutate(chosen);
  };
  const error = look.error ?? take.error;
  const countIn = (looked: T | undefined): number => (looked === undefined ? 0 : countOf(looked));
  const count = countIn(look.data);
  return (
    <>
      <div className="table-dialog-acts">
        <TablePicker label={words.choose} isPending={look.isPending} autoFocus onPick={choose} accept={accept} />
        {file !== null && look.data !== undefined && take.data === undefined ? (
          <Button type="primary" disabled={count === 0} loading={take.isPending} onClick={() => take.mutate(file)}>
            {takeWords(count)}
          </Button>
        ) : null}
      </div>
      {error === null ? null : <ErrorNotice error={error} names={names} />}
      {take.data === undefined ? null : <p role="status">{takenWords(countIn(take.data))}</p>}
      {look.data === undefined ? null : children(look.data)}
    </>
  );
}

function formOf(file: File): FormData {
  const form = new FormData();
  form.append('file', file);
  return form;
}
