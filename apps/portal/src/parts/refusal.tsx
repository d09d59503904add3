import { useEffect, useRef, type ReactNode } from 'react';
import type { No } from '../api.js';
import { useWords } from '../i18n/use-words.js';

/** Says why something was not done, where it is seen: what was pressed may stand far below. */
export function Refusal({ no }: { readonly no: No }): ReactNode {
  const say = useWords();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Some browsers answer with a promise, which an effect must not give back.
    here.current?.scrollIntoView({ block: 'nearest' });
  }, [no]);
  return (
    <div className="refusal" role="alert" ref={here}>
      <p>{no === null ? say('no-answer') : (no.fields?.[0]?.message ?? no.title)}</p>
    </div>
  );
}
