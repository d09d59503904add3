import { Button } from 'antd';
import type { ReactNode } from 'react';

type Props = { readonly label: string; readonly isPending: boolean; readonly onDecide: () => void };

/** What a finding comes to, with the keys that do the same (Ctrl+Enter) written beside it. */
export const DecideButton = ({ label, isPending, onDecide }: Props): ReactNode => (
  <Button type="primary" loading={isPending} onClick={onDecide}>
    {label} <kbd aria-hidden>Ctrl</kbd> <kbd aria-hidden>Enter</kbd>
  </Button>
);
