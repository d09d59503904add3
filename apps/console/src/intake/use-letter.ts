import type { LocalDate } from '@gongkai/calendar';
import type { CaseView, Command, IncomingView, Problem } from '@gongkai/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { ProblemError } from '../api/problem.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { useSession } from '../session/session.js';
import { dropDraft, keepDraft, keptDraft, newDraft, type Draft } from './draft.js';
import { draftFrom } from './draft-from.js';
import { applicationOf, attemptOf } from './draft-request.js';
import type { Change } from './form-context.js';
import { digestOf } from './use-step.js';
import { spotProblem, spotSteps } from './spot.js';

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
 * @param incoming what lies in the inbox and is logged: it has a draft of its own, and is settled with the case
 */
export function useLetter(incoming?: IncomingView): Letter {
  const { user } = useSession();
  const client = useQueryClient();
  const language = useLanguage();
  const { draft, kept, keep, change, begin } = useDraft(incoming);
  const [logging, setLogging] = useState<Logging>({ step: 'typing' });
  const log = async (today: LocalDate): Promise<void> => {
    if (logging.step === 'sending') return;
    const problem = spotProblem(draft, today, language);
    if (problem !== null) {
      setLogging({ step: 'refused', problem, sent: draft });
      return;
    }
    setLogging({ step: 'sending' });
    try {
      const view = await send(draft, today, incoming?.id);
      dropDraft(placeOf(user.id, incoming));
      setLogging({ step: 'logged', view });
      // What is logged still shows here; the inbox asks anew.
      await client.invalidateQueries({ queryKey: keys.incoming, refetchType: 'none' });
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
const placeOf = (personId: string, incoming: IncomingView | undefined): string =>
  incoming === undefined ? personId : `${personId}.${incoming.id}`;

function useDraft(incoming: IncomingView | undefined): Kept {
  const { user } = useSession();
  const t = useWords('intake');
  const fresh = (channel: Draft['channel']): Draft => newDraft({ channel, contactWith: t('contact.with.applicant') });
  const place = placeOf(user.id, incoming);
  const first = (): Draft => (incoming === undefined ? fresh('in_person') : draftFrom(incoming, t('contact.with.applicant')));
  const [draft, setDraft] = useState(() => keptDraft(place) ?? first());
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
    keep: () => setKept(keepDraft(place, latest.current)),
    change: (change) => {
      const was = latest.current;
      const next = { ...was, ...(typeof change === 'function' ? change(was) : change) };
      put(next);
      setKept(keepDraft(place, next));
    },
    begin: () => put(fresh(latest.current.channel)),
  };
}

/** The letter, and what was done with it at once: a try to reach the applicant, an answer on the spot. Each has its own key. */
async function send(draft: Draft, today: LocalDate, incoming: string | undefined): Promise<CaseView> {
  let view = await api.post<CaseView>('/cases', applicationOf(draft, today), { key: draft.key, query: { incoming } });
  const attempt = attemptOf(draft, today);
  const steps: readonly Command[] = [...(attempt === null ? [] : [attempt]), ...spotSteps(draft, today, view)];
  for (const [i, step] of steps.entries())
    view = await api.post<CaseView>(`/cases/${view.id}/commands`, step, { key: `${draft.key}-${i}-${digestOf(step)}` });
  return view;
}
