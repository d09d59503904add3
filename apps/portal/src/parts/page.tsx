import { useEffect, useRef, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';

type Props = { readonly title: string; readonly above?: ReactNode; readonly children: ReactNode };

/** The first heading is read out by itself, with the page. */
const seen = { first: true };

/** A page under its heading. A heading that takes the place of another is gone to: so a screen reader tells its owner where they are. */
export function Page({ title, above, children }: Props): ReactNode {
  const say = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const name = say('name');
  useEffect(() => {
    document.title = title === name ? name : `${title} · ${name}`;
    if (!seen.first) heading.current?.focus();
    seen.first = false;
  }, [title, name]);
  return (
    <>
      {above}
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {children}
    </>
  );
}
