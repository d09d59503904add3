import { Button, type ButtonProps } from 'antd';
import { useRef, type ReactNode, type RefObject } from 'react';

type Props = Pick<ButtonProps, 'size' | 'children' | 'loading' | 'aria-label'> & {
  readonly id?: string;
  /** What is handed in, where no label is tied to the id. */
  readonly what?: string;
  /** One at a time. */
  readonly single?: boolean;
  /** For a key that does the same as the button. */
  readonly picker?: RefObject<HTMLInputElement | null>;
  readonly onTake: (files: FileList) => void;
};

/** A button by which files are chosen; the same one can be chosen again, once it was put right or taken away. */
export function FilePicker({ id, what, single = false, picker, onTake, ...button }: Props): ReactNode {
  const own = useRef<HTMLInputElement>(null);
  const input = picker ?? own;
  return (
    <>
      <Button {...button} onClick={() => input.current?.click()} />
      <input
        ref={input}
        id={id}
        type="file"
        multiple={!single}
        hidden
        aria-label={what}
        onChange={({ target }) => {
          if (target.files !== null) onTake(target.files);
          target.value = '';
        }}
      />
    </>
  );
}
