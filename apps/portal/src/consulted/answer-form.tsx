import type { ConsultedAnswer, ConsultedView } from '@gongkai/contracts';
import { useEffect, useRef, useState, type ReactNode, type RefObject, type SyntheticEvent } from 'react';
import { ask, type No } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Radios } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { FilesField } from '../parts/files-field.js';
import { Refusal } from '../parts/refusal.js';

const ANSWERS = ['agree', 'agree_in_part', 'refuse'] as const satisfies readonly ConsultedAnswer['answer'][];

type Props = { readonly token: string; readonly onAnswered: (letter: ConsultedView) => void };

/** What is said to a letter: nothing is chosen before somebody chooses. */
export function AnswerForm({ token, onAnswered }: Props): ReactNode {
  const say = useWords();
  const [answer, setAnswer] = useState<ConsultedAnswer['answer'] | ''>('');
  const [said, setSaid] = useState({ grounds: '', by: '', phone: '' });
  const [files, setFiles] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const { no, isUnderWay, send } = useSending(onAnswered);
  const form = useFirstWrong(no);
  const wrongAt = (path: string): string | undefined => no?.fields?.find((field) => field.path === path)?.message;
  const field = (name: keyof typeof said) => ({
    id: `consulted-${name}`,
    label: say(`consulted.${name}`),
    value: said[name],
    wrong: wrongAt(name),
    onChange: (value: string) => setSaid({ ...said, [name]: value }),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const written = Object.fromEntries(
      Object.entries(said).flatMap(([k, text]) => (text.trim() === '' ? [] : [[k, text.trim()]])),
    );
    void send({ token, ...(answer === '' ? {} : { answer }), ...written, fileIds: files.map(({ id }) => id) });
  };
  return (
    <form className="fields" noValidate onSubmit={submit} ref={form}>
      {no === undefined ? null : <Refusal no={no} />}
      <Radios
        name="answer"
        label={say('consulted.answer')}
        value={answer}
        options={ANSWERS.map((value) => ({ value, text: say(`consulted.${value}`) }))}
        onChange={setAnswer}
        wrong={wrongAt('answer')}
      />
      <Field {...field('grounds')} long hint={say('consulted.grounds.hint')} />
      <FilesField
        label={say('consulted.files')}
        path={`/consultations/files?${new URLSearchParams({ token }).toString()}`}
        files={files}
        onChange={setFiles}
      />
      <Field {...field('by')} autoComplete="name" />
      <Field {...field('phone')} type="tel" autoComplete="tel" />
      <button className="main" type="submit" aria-disabled={isUnderWay}>
        {say('consulted.send')}
      </button>
    </form>
  );
}

/** Goes to the first field that a refusal names: of a choice, to what can be chosen. */
function useFirstWrong(no: No | undefined): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (wrong?.querySelector('input') ?? wrong)?.focus();
  }, [no]);
  return form;
}

/** Sends it once, and says why it was not taken. */
function useSending(onAnswered: Props['onAnswered']) {
  const [no, setNo] = useState<No | undefined>(undefined);
  const [isUnderWay, setUnderWay] = useState(false);
  const send = async (body: object): Promise<void> => {
    if (isUnderWay) return;
    setUnderWay(true);
    const { data, no: refused } = await ask<ConsultedView>('/consultations/answer', { method: 'POST', body });
    setUnderWay(false);
    setNo(refused);
    if (data !== undefined) onAnswered(data);
  };
  return { no, isUnderWay, send };
}
