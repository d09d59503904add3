import type { CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

type Notice = CaseView['notices'][number];
type Attempt = Notice['attempts'][number];

/** In whose hands it was, or where it stood. */
const HANDS = ['signedBy', 'throughOrgan', 'witness', 'publishedIn'] as const;

/** How a document left; where it came back, every try with its day and why. */
export function Attempts({ notice: { mode, attempts } }: { readonly notice: Notice }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const said = ({ mode: by, trackingNumber, ...hands }: Attempt): string => {
    const told = HANDS.flatMap((name) => (hands[name] === null ? [] : t(`attempt.${name}`, { name: hands[name] })));
    const where = hands.otherAddress === true ? `${t('attempt.otherAddress')} ${hands.addressFrom ?? ''}`.trim() : '';
    return [by === null ? '' : t(`mode.${by}`), where, trackingNumber ?? '', ...told].filter(Boolean).join(' ') || '—';
  };
  const [first] = attempts;
  if (first === undefined) return mode === null ? '—' : t(`mode.${mode}`);
  if (attempts.length === 1 && first.cameBackOn === null) return said(first);
  return (
    <ol className="attempts">
      {attempts.map((one, i) => (
        <li key={`${one.on} ${String(i)}`}>
          {t('attempt', { day: listed(one.on), how: said(one) })}
          {one.cameBackOn !== null && (
            <span className="muted">
              {t('attempt.back', { day: listed(one.cameBackOn), why: one.cameBackFor ?? '' })}
              {one.backShown !== true && t('attempt.unshown')}
              {one.untraceable &&
                (one.sought === undefined ? t('attempt.untraceable') : t('attempt.sought', { sought: one.sought }))}
            </span>
          )}
        </li>
      ))}
    </ol>
  );
}

/** The day of service, or by when somebody looks it up or sends it again; and that nothing is to be paid on it any more. */
export function Served({ notice }: { readonly notice: Notice }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  const { overtakenOn } = notice;
  return (
    <>
      <ServedOn notice={notice} />
      {overtakenOn !== undefined && <div className="small muted">{t('notice.overtaken', { day: listed(overtakenOn) })}</div>}
    </>
  );
}

function ServedOn({ notice: { servedOn, owed } }: { readonly notice: Notice }): ReactNode {
  const t = useWords('case');
  const { listed } = useDays();
  if (servedOn !== null) return listed(servedOn);
  return owed === null ? '—' : <span className="strong">{t(`owed.${owed.deadline}`, { day: listed(owed.due) })}</span>;
}
