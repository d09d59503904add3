import type { CommandType } from '@gongkai/contracts';
import { stepTexts } from '@gongkai/contracts';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { StepDialog } from '../case/steps/step-dialog.js';
import type { CaseRead } from '../case/use-case.js';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useText } from '../i18n/use-words.js';
import { KeyCaps } from '../keys/key-caps.js';
import { useKeys } from '../keys/use-keys.js';

/** Each key is a cap of its own, as everywhere. */
const Shortcut = ({ keys }: { readonly keys: string }): ReactNode => (
  <span aria-hidden>
    <KeyCaps keys={[keys]} />
  </span>
);

type Props = { readonly type: CommandType; readonly read: CaseRead; readonly primary?: boolean; readonly shortcut?: string };

/** A step of this case: its form and what it brings about open over the page, and nothing happens before they are confirmed. */
export function StepButton({ type, read, primary = false, shortcut }: Props): ReactNode {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  const label = sentenceCase(text(stepTexts[type]));
  useKeys(shortcut === undefined || isOpen ? [] : [{ keys: [shortcut], does: label, run: () => setOpen(true) }]);
  return (
    <>
      <Button type={primary ? 'primary' : 'default'} onClick={() => setOpen(true)}>
        {label} {shortcut === undefined ? null : <Shortcut keys={shortcut} />}
      </Button>
      {isOpen ? (
        <StepDialog
          type={type}
          view={read.view}
          journal={read.journal}
          today={read.office.today}
          onClose={() => setOpen(false)}
          onTaken={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
