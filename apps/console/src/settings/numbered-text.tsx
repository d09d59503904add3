import { useImperativeHandle, useRef, type ReactNode, type Ref } from 'react';

/** What can be done to the text from beside it. */
export type TextHandle = {
  /** Marks a line, and shows it. @param line from 1 */
  readonly goTo: (line: number) => void;
  /** Puts words where the cursor stands, over what is marked. */
  readonly insert: (words: string) => void;
};

type Props = {
  readonly id: string;
  readonly value: string;
  readonly rows: number;
  readonly onChange: (value: string) => void;
  readonly ref?: Ref<TextHandle>;
};

/** Lines above one that is shown. */
const ABOVE = 4;

/** A text of which the lines have numbers: what is wrong with it is told by them. Long lines are not broken, so that they are beside theirs. */
export function NumberedText({ id, value, rows, onChange, ref }: Props): ReactNode {
  const text = useRef<HTMLTextAreaElement>(null);
  const numbers = useRef<HTMLPreElement>(null);
  useImperativeHandle(ref, () => ({
    goTo: (line) => show(text.current, line),
    insert: (words) => {
      const area = text.current;
      if (area === null) return;
      area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
      area.focus();
      onChange(area.value);
    },
  }));
  return (
    <div className="numbered">
      <pre aria-hidden ref={numbers}>
        {value.split('\n').map((_, line) => `${String(line + 1)}\n`)}
      </pre>
      <textarea
        {...{ id, value, rows }}
        ref={text}
        wrap="off"
        spellCheck={false}
        onScroll={({ currentTarget }) => numbers.current?.scrollTo(0, currentTarget.scrollTop)}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  );
}

function show(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return;
  const lines = area.value.split('\n');
  const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 1 - ABOVE);
}
