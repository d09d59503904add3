import { Modal, Switch } from 'antd';
import { useState, type ReactNode } from 'react';
import { sentenceCase } from '../i18n/sentence-case.js';
import { useWords } from '../i18n/use-words.js';
import { KeyCaps } from './key-caps.js';
import { keyStore } from './key-store.js';
import { useBoundKeys, useKeys, useLetters } from './use-keys.js';
import './keys.css';

/** All keys of the screen, on `?`; here single letters can be switched off. */
export function KeyHelp(): ReactNode {
  const t = useWords('shell');
  const [isOpen, setOpen] = useState(false);
  const letters = useLetters();
  const bound = useBoundKeys();
  useKeys([{ keys: ['?', 'F1'], does: t('keys.all'), bar: 9, run: () => setOpen(true) }]);
  return (
    <Modal
      open={isOpen}
      title={sentenceCase(t('keys.all'))}
      footer={null}
      onCancel={() => setOpen(false)}
      width={460}
      destroyOnHidden
    >
      <dl className="key-help">
        {bound.map(({ keys, does }, i) => (
          <div key={`${does}-${i}`}>
            <dt>
              <KeyCaps keys={keys} />
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="key-help-letters">
        <Switch size="small" checked={letters} onChange={keyStore.switchLetters} /> {t('keys.letters')}
      </label>
    </Modal>
  );
}
