import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { KeyCaps } from '../keys/key-caps.js';
import { useLetterForm } from './form-context.js';
import { standing } from './proposals.js';
import { useReadingHelp } from './reading-context.js';

/** What was read for a field and does not stand in it. Where something else was typed, it is told to compare, and no more. */
export function ReadHint({ name }: { readonly name: string }): ReactNode {
  const t = useWords('intake');
  const { draft } = useLetterForm();
  const { proposals, isOpen, take } = useReadingHelp();
  const proposal = proposals.find((each) => each.name === name);
  if (proposal === undefined || standing(draft, proposal)?.trim() === proposal.value) return null;
  const canTake = isOpen(name);
  return (
    <span role="status" className="read-line">
      <button type="button" tabIndex={-1} className="read-hint check-me" disabled={!canTake} onClick={() => take(name)}>
        {t('read.here', { page: proposal.page, value: proposal.value })} {canTake ? <KeyCaps keys={['F7']} /> : null}
      </button>
    </span>
  );
}
