import { Button, Popover, type ButtonProps } from 'antd';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../parts/error-notice.js';
import type { Outcome } from './use-step-of-each.js';

type Props = {
  /** How far it is, while it runs. */
  readonly doing: string | null;
  readonly outcome: ReactNode;
  readonly error: Error | null;
  /** What is chosen first. */
  readonly button: Pick<ButtonProps, 'type' | 'disabled'> & { readonly label: string; readonly count: number };
  readonly form: ReactNode;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Said beside the button. */
  readonly children?: ReactNode;
};

/** One step of each of the ticked cases: what it is is asked for, how far it is and what became of it are told. */
export function EachCase({ doing, outcome, error, button, form, isOpen, onOpen, children }: Props): ReactNode {
  const { label, count, ...looks } = button;
  return (
    <div className="reassign no-print">
      <div role="status" aria-live="polite">
        {doing ?? outcome}
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {children}
      <Popover trigger="click" placement="bottomRight" open={isOpen} onOpenChange={onOpen} content={form}>
        <Button {...looks}>
          {label} {count === 0 ? null : count}
        </Button>
      </Popover>
    </div>
  );
}

type OutcomeProps = { readonly failed: Outcome['failed']; readonly done: string | null; readonly failedWords: string };

/** What was done, and which cases refused it, each with its reason. */
export function EachOutcome({ failed, done, failedWords }: OutcomeProps): ReactNode {
  return (
    <>
      {done === null ? null : <p className="dense">{done}</p>}
      {failed.length === 0 ? null : (
        <div className="dense" role="alert">
          {failedWords}
          <ul>
            {failed.map(({ number, why }) => (
              <li key={number}>
                {number}: {why}
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
