import type { ReactNode, SyntheticEvent } from 'react';

type Props = {
  readonly inline?: boolean;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
};

/** A form of the administrator: by its button, by Enter in a line, and by Ctrl+Enter wherever one is in it. */
export function SettingsForm({ inline = false, onSubmit, children }: Props): ReactNode {
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form
      className={inline ? 'set-inline' : 'set-form'}
      onSubmit={submit}
      onKeyDownCapture={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        // A list that has the focus would open by it.
        event.stopPropagation();
        submit(event);
      }}
      noValidate
    >
      {children}
    </form>
  );
}
