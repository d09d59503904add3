import { useEffect } from 'react';
import { useWords } from '../i18n/use-words.js';
import { useOffice } from '../shell/use-office.js';

const TIME = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', timeStyle: 'short' });
/** Where the page's number and the sum of all pages come: the browser counts. */
const COUNTED = { page: '\u0001', pages: '\u0002' };

/** A text with counters, as styles write it. */
const contentOf = (text: string): string =>
  JSON.stringify(text)
    .replace(String.raw`\u0001`, '" counter(page) "')
    .replace(String.raw`\u0002`, '" counter(pages) "');

/**
 * At the foot of every printed page: what it is where the page has a title of its own, by whom, when (the day of the office), which
 * page of how many.
 * Browsers before Chromium 131 leave it out; they print a foot of their own.
 */
export function usePrintFoot(name: string, title = ''): void {
  const t = useWords('parts');
  const today = useOffice().data?.today ?? '';
  const foot = t('print.foot', { name, time: `${today} \u0003`, ...COUNTED });
  const written = title === '' ? foot : `${title}　${foot}`;
  useEffect(() => {
    const style = document.createElement('style');
    document.head.append(style);
    const write = (): void => {
      const content = contentOf(written.replace('\u0003', TIME.format()));
      style.textContent = `@page { @bottom-center { content: ${content}; font: 9pt sans-serif; color: #000; } }`;
    };
    window.addEventListener('beforeprint', write);
    return () => {
      window.removeEventListener('beforeprint', write);
      style.remove();
    };
  }, [written]);
}
