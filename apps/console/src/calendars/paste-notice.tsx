import type { CalendarReading } from '@gongkai/contracts';
import { Button, Input } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

type Props = { readonly isPending: boolean; readonly onRead: (text: string) => void };

/** The words of the notice, copied from where it was published. */
export function PasteNotice({ isPending, onRead }: Props): ReactNode {
  const t = useWords('calendars');
  const id = useId();
  const [text, set] = useState('');
  return (
    <div className="cal-paste">
      <label htmlFor={id}>{t('paste')}</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={100_000}
        value={text}
        onChange={({ target }) => set(target.value)}
      />
      <Button loading={isPending} disabled={text.trim() === ''} onClick={() => onRead(text)}>
        {t('paste.read')}
      </Button>
    </div>
  );
}

/** What the document arranges of another year, and what to do with it: it is no part of this one. */
export function OtherYears({ reading }: { readonly reading: CalendarReading | undefined }): ReactNode {
  const t = useWords('calendars');
  const { listed } = useDays();
  return (reading?.otherYears ?? []).map(({ year, holidays, makeupWorkdays }) => {
    const off = holidays.flatMap(({ from, to }) => (from === to ? [listed(from)] : [`${listed(from)}–${listed(to)}`]));
    const days = [
      ...(off.length === 0 ? [] : [t('other-year.off', { days: off.join('、') })]),
      ...(makeupWorkdays.length === 0
        ? []
        : [t('other-year.worked', { days: makeupWorkdays.map((day) => listed(day)).join('、') })]),
    ];
    return (
      <p key={year} role="status">
        {t('other-year', { year, days: days.join('；') })}
      </p>
    );
  });
}
