import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, Problem } from '@gongkai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { ProblemError } from '../api/problem.js';
import { useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { dropDraft, keepDraft, keptDraft, newDraft, type Draft } from './draft.js';
import { applicationOf, attemptOf } from './draft-request.js';
import type { Change } from './form-context.js';

/** How the last try to log a letter went. */
export type Logging =
  | { readonly step: 'typing' }
  | { readonly step: 'sending' }
  /** `sent` is the letter as it was refused. */
  | { readonly step: 'refused'; readonly problem: Problem; readonly sent: Draft }
  | { readonly step: 'no-answer' }
  | { readonly step: 'logged'; readonly view: CaseView };

export type Letter = {
  readonly draft: Draft;
  readonly logging: Logging;
  /** Whether what was typed could be kept on this machine. */
  readonly kept: boolean;
  /** Keeps it now; it is kept with every change as well. */
  readonly keep: () => void;
  readonly change: (change: Change) => void;
  readonly log: (today: LocalDate) => Promise<void>;
  readonly next: () => void;
};

/**
 * The letter a person is logging. What is typed is kept on this machine until the server has it, with the key under which it
 * was sent: after a lost answer the same letter is not logged twice.
 */
export function useLetter(): Letter {
  const { user } = useSession();
  const client = useQueryClient();
  const { draft, kept, keep, change, begin } = useDraft();
  const [logging, setLogging] = useState<Logging>({ step: 'typing' });
  const log = async (today: LocalDate): Promise<void> => {
    if (logging.step === 'sending') return;
    setLogging({ step: 'sending' });
    try {
      const view = await send(draft, today);
      dropDraft(user.id);
      setLogging({ step: 'logged', view });
      await client.invalidateQueries({ queryKey: keys.cases.all });
    } catch (error) {
      setLogging(
        error instanceof ProblemError ? { step: 'refused', problem: error.problem, sent: draft } : { step: 'no-answer' },
      );
    }
  };
  return {
    draft,
    logging,
    kept,
    keep,
    change,
    log,
    next: () => {
      begin();
      setLogging({ step: 'typing' });
    },
  };
}

type Kept = Pick<Letter, 'draft' | 'kept' | 'keep' | 'change'> & { readonly begin: () => void };

/** What is being typed, kept on this machine with every change. */
function useDraft(): Kept {
  const { user } = useSession();
  const t = useWords('intake');
  const fresh = (channel: Draft['channel']): Draft => newDraft({ channel, contactWith: t('contact.with.applicant') });
  const [draft, setDraft] = useState(() => keptDraft(user.id) ?? fresh('in_person'));
  const [kept, setKept] = useState(true);
  // Files come in while others are still under way: each change starts from what the one before has left.
  const latest = useRef(draft);
  const put = (next: Draft): void => {
    latest.current = next;
    setDraft(next);
  };
  return {
    draft,
    kept,
    keep: () => setKept(keepDraft(user.id, latest.current)),
    change: (change) => {
      const was = latest.current;
      const next = { ...was, ...(typeof change === 'function' ? change(was) : change) };
      put(next);
      setKept(keepDraft(user.id, next));
    },
    begin: () => put(fresh(latest.current.channel)),
  };
}

/** The letter, and the try to reach the applicant where one was made; each under its own key. */
async function send(draft: Draft, today: LocalDate): Promise<CaseView> {
  const view = await api.post<CaseView>('/cases', applicationOf(draft, today), { key: draft.key });
  const attempt = attemptOf(draft, today);
  return attempt === null ? view : api.post<CaseView>(`/cases/${view.id}/commands`, attempt, { key: `${draft.key}-contact` });
}
