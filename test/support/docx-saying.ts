import { zipOf } from './zip.js';

/** A document as people write one: its text, paragraph by paragraph. */
export const docxSaying = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    zipOf({
      '[Content_Types].xml': '<Types/>',
      'word/document.xml': `<w:document>${text
        .split('\n')
        .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
        .join('')}</w:document>`,
    }),
  );
