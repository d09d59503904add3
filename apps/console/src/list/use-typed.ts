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
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (given !== seen) {
    // The address was changed, by this field or by something else.
    setSeen(given);
    if (given !== typed.trim()) setTyped(given);
  }
  const type = (text: string): void => {
    setTyped(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => set({ [name]: text.trim() }), TYPING);
  };
  return [typed, type];
}
