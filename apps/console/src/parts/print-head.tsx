import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';
import { useOrganName } from '../list/use-organ-name.js';
import { useSession } from '../session/session.js';
import { useOffice } from '../shell/use-office.js';

type Props = {
  /** Whose cases are printed, by code; the reader's own where it is not told. */
  readonly organ?: string | undefined;
};

/** On paper alone, above what is printed: whose it is, on which day of the office, and who printed it. */
export function PrintHead({ organ }: Props): ReactNode {
  const t = useWords('parts');
  const { user } = useSession();
  const organName = useOrganName();
  const { full } = useDays();
  const today = useOffice().data?.today;
  const whose = organName(organ ?? user.organ);
  return (
    <p className="print-only dense">
      {t('print.head', { organ: whose, day: today === undefined ? '' : full(today), name: user.name })}
    </p>
  );
}
