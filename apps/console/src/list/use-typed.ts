import { useEffect, useRef, useState } from 'react';
import { useAddress } from './use-address.js';

const TYPING = 300;

/**
 * A text that is typed here and kept in the address once nothing was typed for a moment: the address follows too slowly
 * for a field to wait for it at each key.
 */
export function useTyped(name: string): readonly [typed: string, type: (text: string) => void] {
  const [get, set] = useAddress();
  const given = get(name) ?? '';
  const [typed, setTyped] = useState(given);
  const [seen, setSeen] = useState(given);
  // What this field has sent there itself: by the time it is there, more may have been typed.
  const [sent, setSent] = useState(given);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (given !== seen) {
    setSeen(given);
    if (given !== sent) {
      setSent(given);
      setTyped(given);
    }
  }
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setSent(text.trim());
      set({ [name]: text.trim() });
    }, TYPING);
  };
  return [typed, type];
}
