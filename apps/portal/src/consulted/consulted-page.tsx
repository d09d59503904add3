import type { ConsultedView } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useLoaderData } from 'react-router';
import { useDays, useLanguage, useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { AnswerForm } from './answer-form.js';
import type { Asked } from './consulted-asked.js';

/** Somebody who is consulted answers, by the link on the answer form; what is shown is what the letter says. */
export function ConsultedPage(): ReactNode {
  const { token, answer } = useLoaderData<Asked>();
  const [answered, setAnswered] = useState<ConsultedView>();
  const letter = answered ?? answer?.data;
  if (letter === undefined) return <NoLetter answer={answer} />;
  return letter.state === 'open' ? <Open token={token} letter={letter} onAnswered={setAnswered} /> : <Closed letter={letter} />;
}

/** The address was cut off or mistyped, or nothing was heard. */
function NoLetter({ answer }: Pick<Asked, 'answer'>): ReactNode {
  const say = useWords();
  const no = answer?.no;
  const isNone = answer === null || no?.code === 'not-found';
  return (
    <Page title={say('consulted.title')}>
      {isNone ? <p>{say('consulted.cut-off')}</p> : null}
      {isNone || no === undefined ? null : <Refusal no={no} />}
    </Page>
  );
}

type OpenProps = {
  readonly token: string;
  readonly letter: ConsultedView;
  readonly onAnswered: (letter: ConsultedView) => void;
};

function Open({ token, letter, onAnswered }: OpenProps): ReactNode {
  const say = useWords();
  const days = useDays(letter.today);
  const { kind, items, dueOn } = letter;
  return (
    <Page title={say('consulted.title')}>
      <Head letter={letter} />
      <p>{say(`consulted.asks.${kind}`)}</p>
      <h2>{say('consulted.items')}</h2>
      <ol lang="zh-CN">
        {items.map((item, i) => (
          <li key={`${String(i)} ${item}`}>{item}</li>
        ))}
      </ol>
      <p>
        <b>{dueOn === null ? say('consulted.due.letter') : say('consulted.due', { day: days(dueOn) })}</b> {say('consulted.once')}
      </p>
      {letter.wasSetAside ? <p role="note">{say('consulted.set-aside')}</p> : null}
      <AnswerForm token={token} onAnswered={onAnswered} />
    </Page>
  );
}

const CLOSED = {
  open: 'consulted.settled',
  answered: 'consulted.sent',
  over: 'consulted.over',
  unsent: 'consulted.unsent',
  settled: 'consulted.settled',
} as const satisfies Record<ConsultedView['state'], string>;

/** It was answered here, which is told as a receipt, cannot be any more, or not yet. */
function Closed({ letter }: Pick<OpenProps, 'letter'>): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const days = useDays();
  const { state, organ, dueOn, answeredOn } = letter;
  const key = CLOSED[state];
  const day = (state === 'answered' ? answeredOn : dueOn) ?? '';
  return (
    <Page title={say(key, { organ: organ.name[language] })}>
      <Head letter={letter} />
      <p role="status">{say(`${key}.says`, { day: days(day) })}</p>
    </Page>
  );
}

function Head({ letter: { organ, party, number } }: Pick<OpenProps, 'letter'>): ReactNode {
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <p>{say('consulted.from', { organ: organ.name[language], party })}</p>
      {number === null ? null : <p lang="zh-CN">{say('consulted.number', { number })}</p>}
    </>
  );
}
