import { useState } from 'react';

/** What somebody has written to an office that waits for it. */
type Answer = { readonly text: string; readonly files: readonly { readonly id: string; readonly name: string }[] };

const NONE: Answer = { text: '', files: [] };

/** What is written to an office, kept in this window until it is sent. @param what for which application and to what end */
export function useKeptAnswer(what: string) {
  const keptAs = `gongkai.answer.${what}`;
  const [answer, setAnswer] = useState<Answer>(() => ({ ...NONE, ...keptUnder(keptAs) }));
  return {
    ...answer,
    /** A file that was long under way is added to what was written meanwhile. */
    change: (change: Partial<Answer>): void =>
      setAnswer((before) => {
        const next = { ...before, ...change };
        sessionStorage.setItem(keptAs, JSON.stringify(next));
        return next;
      }),
    forget: (): void => {
      sessionStorage.removeItem(keptAs);
      setAnswer(NONE);
    },
  };
}

function keptUnder(name: string): Partial<Answer> {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}') as Partial<Answer>;
  } catch {
    return {};
  }
}
