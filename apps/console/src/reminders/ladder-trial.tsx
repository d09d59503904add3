import { dutyAt, type LadderTrial, type TriedCount, type TriedMessage } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useDays } from '../i18n/use-days.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { TableHead } from '../parts/table-head.js';
import { useLadderWords } from './use-ladder-words.js';
import { useWho } from './use-who.js';

/** What would have been sent last month, beside what the ladder in force would have. */
export function LadderTrialCard({ trial }: { readonly trial: LadderTrial }): ReactNode {
  const t = useWords('reminders');
  const days = useDays();
  const { from, to, cases, more, duties, now, tried, differs, items, leftOut } = trial;
  const changed = items.filter(({ differs: how }) => how !== 'same');
  return (
    <section className="ladder-trial" aria-labelledby="ladder-trial">
      <h2 id="ladder-trial">{t('trial.title', { from: days.full(from), to: days.full(to) })}</h2>
      <p role="status">
        {cases === 0 && duties > 0 ? null : t(more ? 'trial.first-cases' : 'trial.cases', { count: cases })}{' '}
        {duties === 0 ? null : t('trial.duties', { count: duties })} <Count words="trial.now" count={now} />{' '}
        <Count words="trial.tried" count={tried} />
      </p>
      <p className="strong">
        {t('trial.differs', { added: differs.added, dropped: differs.dropped, otherwise: differs.otherwise })}
      </p>
      <p className="muted dense">{t('trial.without')}</p>
      <DayTable days={trial.days} />
      {changed.length === 0 ? null : <Messages items={changed} />}
      {items.length > changed.length ? (
        <details>
          <summary>{t('trial.same', { count: differs.same })}</summary>
          <Messages items={items.filter(({ differs: how }) => how === 'same')} />
        </details>
      ) : null}
      {leftOut === 0 ? null : <p className="muted">{t('trial.left-out', { count: leftOut })}</p>}
    </section>
  );
}

type CountProps = { readonly words: 'trial.now' | 'trial.tried'; readonly count: TriedCount };

function Count({ words, count: { program, mail, webhook } }: CountProps): ReactNode {
  const t = useWords('reminders');
  return <span>{t(words, { program, mail, webhook })}</span>;
}

function DayTable({ days }: Pick<LadderTrial, 'days'>): ReactNode {
  const t = useWords('reminders');
  const { full } = useDays();
  if (days.length === 0) return <p className="set-empty">{t('trial.none')}</p>;
  return (
    <div className="set-scroll">
      <table className="set-table" aria-label={t('trial.by-day')}>
        <TableHead columns={[t('trial.on'), t('trial.now-count'), t('trial.tried-count')]} />
        <tbody>
          {days.map(({ on, now, tried }) => (
            <tr key={on}>
              <th scope="row">{full(on)}</th>
              <td>{now}</td>
              <td>{tried}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Messages({ items }: { readonly items: readonly TriedMessage[] }): ReactNode {
  const t = useWords('reminders');
  return (
    <div className="set-scroll">
      <table className="set-table" aria-label={t('trial.messages')}>
        <TableHead columns={(['on', 'differs-how', 'who', 'what', 'ways'] as const).map((column) => t(`trial.${column}`))} />
        <tbody>
          {items.map((item, i) => (
            <Message key={i} {...item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Message(message: TriedMessage): ReactNode {
  const { on, differs, person, toldAs, deadline, due, at, by } = message;
  const t = useWords('reminders');
  const words = useLadderWords();
  const who = useWho();
  const { full } = useDays();
  return (
    <tr data-differs={differs}>
      <th scope="row">{full(on)}</th>
      <td>{t(`differs.${differs}`)}</td>
      <td>
        {person.name} <span className="muted">{who(toldAs)}</span>
      </td>
      <td className="set-loose">
        <Subject {...message} />{' '}
        {t('trial.due', { deadline: words.deadline(deadline), day: full(due), when: words.when({ at, every: null }) })}
      </td>
      <td>{words.ways(by)}</td>
    </tr>
  );
}

/** The case, or the organ that owes something without one, with its year or number. */
function Subject({ case: file, organ, deadline, about }: TriedMessage): ReactNode {
  const language = useLanguage();
  if (file !== null) return <Link to={`/case/${file.id}`}>{file.number}</Link>;
  if (organ === undefined) return null;
  const duty = dutyAt(deadline, organ.code, about ?? '');
  const words = [organ.name[language], duty?.label].filter(Boolean);
  return <Link to={duty?.page ?? '/'}>{words.join(' ')}</Link>;
}
