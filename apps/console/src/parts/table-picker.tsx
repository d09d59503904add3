import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';

const TABLES = '.csv,.txt,.tsv,.xlsx';

type Props = {
  readonly label: string;
  /** What the file is called to whom cannot see; the label where nothing else is said. */
  readonly name?: string;
  readonly isPending: boolean;
  /** Endings of names; of a table where nothing else is said. */
  readonly accept?: string | undefined;
  readonly autoFocus?: boolean;
  readonly onPick: (file: File) => void;
};

/** Asks for a file, mostly a table, CSV or XLSX. The same file can be picked again: it may have been mended. */
export function TablePicker({ label, name = label, isPending, accept = TABLES, autoFocus = false, onPick }: Props): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button onClick={() => picker.current?.click()} loading={isPending} autoFocus={autoFocus}>
        {label}
      </Button>
      <input
        ref={picker}
        type="file"
        accept={accept}
        hidden
        aria-label={name}
        onChange={({ target }) => {
          const [chosen] = target.files ?? [];
          if (chosen !== undefined) onPick(chosen);
          target.value = '';
        }}
      />
    </>
  );
}
