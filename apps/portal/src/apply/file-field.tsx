import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { FilesField } from '../parts/files-field.js';
import type { Filling } from './form.js';

/** Proof of identity, and whatever else belongs to the application. */
export function FileField({ draft: { files, organ, leftBehind }, change, wrong }: Filling): ReactNode {
  const say = useWords();
  const path = organ === '' ? null : `/files?${new URLSearchParams({ organ }).toString()}`;
  return (
    <>
      <p role="status" className={leftBehind.length === 0 ? undefined : 'box'}>
        {leftBehind.length === 0 ? '' : say('file.left-behind', { names: leftBehind.join(say('list.or')) })}
      </p>
      <FilesField
        label={say('file')}
        path={path}
        files={files}
        wrong={wrong.files}
        onChange={(chosen) => change({ files: chosen, leftBehind: [] })}
      />
    </>
  );
}
