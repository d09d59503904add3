import { useEffect, useState } from 'react';
import { useSession } from '../session/session.js';

type Draft = { readonly answer: string; readonly files: readonly { readonly id: string; readonly name: string }[] };
const EMPTY: Draft = { answer: '', files: [] };

/** What is being answered to what a unit was asked, of the person at the screen: leaving the page loses nothing. */
export function useHelpDraft(requestId: string) {
  const { user } = useSession();
  const key = `gongkai.help.${user.id}.${requestId}`;
  const [draft, setDraft] = useState<Draft>(() => kept(key));
  const text = JSON.stringify(draft);
  const isEmpty = text === JSON.stringify(EMPTY);
  useEffect(() => {
    if (isEmpty) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  }, [key, text, isEmpty]);
  return { draft, setDraft, forget: () => sessionStorage.removeItem(key) };
}

function kept(key: string): Draft {
  const text = sessionStorage.getItem(key);
  return text === null ? EMPTY : (JSON.parse(text) as Draft);
}
