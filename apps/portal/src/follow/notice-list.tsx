import type { ApplicationStanding } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { ask, type No } from '../api.js';
import { useDays, useWords } from '../i18n/use-words.js';
import { Refusal } from '../parts/refusal.js';
import { waitedFor } from '../parts/waited-for.js';
import { fetchPaper } from './fetch-paper.js';
import { standingPath } from './standing-asked.js';
import { useAct, type Following } from './use-act.js';

type Notice = ApplicationStanding['notices'][number];

/** What was sent, to be fetched; and that it is here. */
export function NoticeList(following: Following): ReactNode {
  const say = useWords();
  const { notices } = following.standing;
  return (
    <>
      <h2>{say('notices.title')}</h2>
      {notices.length === 0 ? <p>{say('notices.none')}</p> : null}
      <ul className="lines">
        {notices.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} {...following} />
        ))}
      </ul>
    </>
  );
}

type LineProps = Following & { readonly notice: Notice };

function NoticeLine({ notice, ...following }: LineProps): ReactNode {
  const say = useWords();
  const day = useDays(following.standing.today);
  const { kind, number, dispatchedOn, servedOn, overtakenOn, mayConfirm } = notice;
  return (
    <li>
      <b>{say(`notice.${kind}`)}</b> {number ?? ''}
      <span className="hint">
        {servedOn === null
          ? say('notices.sent', { sent: day(dispatchedOn) })
          : say('notices.served', { sent: day(dispatchedOn), served: day(servedOn) })}
      </span>
      {overtakenOn === undefined ? null : <p>{say('notices.overtaken', { day: day(overtakenOn) })}</p>}
      <Papers notice={notice} {...following} />
      {mayConfirm ? <Here notice={notice} {...following} /> : null}
    </li>
  );
}

/** Its papers. After one was fetched it may have been served: so where the application stands is asked anew. */
function Papers({ notice: { files, byPortal, mayConfirm }, standing: { number }, code, onChange }: LineProps): ReactNode {
  const say = useWords();
  const [no, setNo] = useState<No | undefined>(undefined);
  const fetched = async (file: Notice['files'][number]): Promise<void> => {
    const refused = await waitedFor(fetchPaper(file, { number, code }));
    setNo(refused);
    const { data } = await ask<ApplicationStanding>(standingPath(number, code));
    if (refused === undefined && data !== undefined) onChange(data, 'paper.done');
  };
  if (files.length === 0) return null;
  return (
    <>
      {no === undefined ? null : <Refusal no={no} />}
      {byPortal && mayConfirm ? <span className="hint">{say('paper.serves')}</span> : null}
      {files.map((file) => (
        <button key={file.id} type="button" className="wide" onClick={() => void fetched(file)}>
          {say('paper.fetch', { name: file.name })}
        </button>
      ))}
    </>
  );
}

/** That it is here. */
function Here({ notice: { id, kind }, ...following }: LineProps): ReactNode {
  const say = useWords();
  const { no, act } = useAct(following, 'receipts', 'receipt.done');
  return (
    <>
      {no === undefined ? null : <Refusal no={no} />}
      <button type="button" className="wide" onClick={() => void act({ noticeId: id })}>
        {say('receipt.say')} <span className="unseen">{say(`notice.${kind}`)}</span>
      </button>
    </>
  );
}
