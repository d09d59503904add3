import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import { useRef, useState, type RefObject } from 'react';
import { useSession } from '../session/session.js';

/** What somebody writes before they decide. It stays in this window until it is sent: a page that changes loses nothing. */
export type Opinion = {
  readonly text: string;
  readonly write: (text: string) => void;
  /** Without the spaces around it. */
  readonly said: string;
  /** It was asked for and is still missing. */
  readonly isMissing: boolean;
  /** Whether there is one; where not, it is asked for. */
  readonly isGiven: () => boolean;
  /** It is sent. */
  readonly forget: () => void;
  readonly field: RefObject<TextAreaRef | null>;
};

/** @param about the case or the item, and what is decided about it */
export function useOpinion(about: string): Opinion {
  const { user } = useSession();
  const key = `gongkai.opinion.${user.id}.${about}`;
  const [text, setText] = useState(() => sessionStorage.getItem(key) ?? '');
  const [isAsked, setAsked] = useState(false);
  const field = useRef<TextAreaRef>(null);
  const said = text.trim();
  const write = (written: string): void => {
    setText(written);
    if (written.trim() === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, written);
  };
  return {
    text,
    write,
    said,
    isMissing: isAsked && said === '',
    isGiven: () => {
      setAsked(said === '');
      if (said === '') field.current?.focus({ preventScroll: true });
      return said !== '';
    },
    forget: () => write(''),
    field,
  };
}
