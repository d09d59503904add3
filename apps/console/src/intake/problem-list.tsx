import type { Problem } from '@gongkai/contracts';
import { Button } from 'antd';
import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import type { Logging } from './use-letter.js';
import { fieldAt } from './draft-request.js';

type Wrong = NonNullable<Problem['fields']>[number];
type Props = { readonly logging: Logging; readonly wrong: readonly Wrong[]; readonly onNext: () => void };

/** What stood in the way of logging, on top of the form, with the way to each field. The focus comes here. */
export function ProblemList({ logging, wrong, onNext }: Props): ReactNode {
  const t = useWords('intake');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (logging.step === 'refused' || logging.step === 'no-answer') box.current?.focus();
  }, [logging]);
  if (logging.step !== 'refused' && logging.step !== 'no-answer') return null;
  if (logging.step === 'refused' && logging.problem.fields !== undefined && wrong.length === 0) return null;
  return (
    <div className="problem-list" role="alert" tabIndex={-1} ref={box}>
      {logging.step === 'no-answer' ? (
        <p>{t('refused.no-answer')}</p>
      ) : (
        <Refused problem={logging.problem} wrong={wrong} onNext={onNext} />
      )}
    </div>
  );
}

/** The same key with other words: the letter is logged as it was sent first. */
const LOGGED_BEFORE = 'idempotency-key-reused';

function Refused({ problem: { code, title }, wrong, onNext }: Omit<Props, 'logging'> & { readonly problem: Problem }): ReactNode {
  const t = useWords('intake');
  if (code !== LOGGED_BEFORE)
    return (
      <>
        <p>{title}</p>
        <Fields fields={wrong} />
      </>
    );
  return (
    <>
      <p>{t('refused.logged-before')}</p>
      <Button size="small" onClick={onNext}>
        {t('logged.next')}
      </Button>
    </>
  );
}

function Fields({ fields }: { readonly fields: readonly Wrong[] }): ReactNode {
  const t = useWords('shell');
  return (
    <ul>
      {fields.map(({ path, message }) => (
        <li key={path}>
          <button type="button" onClick={() => document.getElementById(fieldAt(path))?.focus()}>
            {t('of-field', { name: labelOf(path), message })}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** As the form calls the field. */
const labelOf = (path: string): string => {
  const label = document.querySelector(`label[for="${CSS.escape(fieldAt(path))}"]`);
  return label?.textContent ?? path;
};
