import { Button, type ButtonProps } from 'antd';
import { useRef, type ReactNode } from 'react';

type Props = Pick<ButtonProps, 'size' | 'children'> & { readonly id?: string; readonly onTake: (files: FileList) => void };

/** A button by which files are chosen; the same one can be chosen again, once it was put right or taken away. */
export function FilePicker({ id, onTake, ...button }: Props): ReactNode {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button {...button} onClick={() => picker.current?.click()} />
      <input
        ref={picker}
        id={id}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          if (target.files !== null) onTake(target.files);
          target.value = '';
        }}
      />
    </>
  );
}
