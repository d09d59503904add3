import type { LocalDate } from '@gongkai/calendar';
import type { ArrivalOutlook, CaseView, Receipt } from '@gongkai/contracts';
import { Drawer, Tabs } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { ReadingView } from '../clock/reading-view.js';
import { useDeadlineName } from '../clock/use-deadline-name.js';
import { useReadings } from '../clock/use-readings.js';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useFocusBack } from '../parts/use-focus-back.js';

type Props = {
  readonly outlook: ArrivalOutlook;
  readonly receipt: Receipt;
  readonly today: LocalDate;
  readonly onClose: () => void;
};

const WIDTH = 800;

/** Day by day how the dates come about, before there is a case. */
export function LedgerPeek({ outlook, receipt, ...props }: Asked): ReactNode {
  return outlook === undefined || receipt === null ? null : <DayByDay outlook={outlook} receipt={receipt} {...props} />;
}

/** Without a day of arrival there is nothing to explain. */
type Asked = Pick<Props, 'today' | 'onClose'> & {
  readonly outlook: ArrivalOutlook | undefined;
  readonly receipt: Receipt | null;
};

function DayByDay({ outlook, receipt, today, onClose }: Props): ReactNode {
  const t = useWords('intake');
  const { short } = useDays();
  const { ledger, rule, article } = outlook;
  const { all } = useReadings(useMemo(() => ({ ...ledger, others: [] }), [ledger]));
  const arrival = { ...receipt, receivedOn: ledger.receivedOn, rule, article } as CaseView['receipt'];
  const view = { receipt: arrival, consultations: [] };
  const nameOf = useDeadlineName(view);
  const [picked, setPicked] = useState<string>();
  useFocusBack();
  const shown = all.find(({ derivation }) => derivation.deadline === picked) ?? all[0];
  return (
    <Drawer open onClose={onClose} size={WIDTH} title={<h2>{t('legal.days')}</h2>}>
      {shown === undefined ? (
        <p>{t('legal.not-started')}</p>
      ) : (
        <>
          <Tabs
            size="small"
            activeKey={shown.derivation.deadline}
            onChange={setPicked}
            items={all.map(({ derivation: { deadline, due } }) => ({
              key: deadline,
              label: `${nameOf(deadline)} ${short(due)}`,
            }))}
          />
          <ReadingView key={shown.derivation.deadline} reading={shown} view={view} today={today} />
        </>
      )}
    </Drawer>
  );
}
