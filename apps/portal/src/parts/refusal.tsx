import type { ReactNode } from 'react';
import type { No } from '../api.js';
import { useWords } from '../i18n/use-words.js';

/** Says why something was not done. */
export function Refusal({ no }: { readonly no: No }): ReactNode {
  const say = useWords();
  return (
    <div className="refusal" role="alert">
      <p>{no === null ? say('no-answer') : (no.fields?.[0]?.message ?? no.title)}</p>
    </div>
  );
}
