import type { PublicOrgans, RecordReceipt } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { ask, type Answer, type No } from '../api.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import { Select } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { FilesField } from '../parts/files-field.js';
import { newKey } from '../parts/new-key.js';
import { Refusal } from '../parts/refusal.js';
import { proofHeaders } from '../proof.js';

const PERSON = ['name', 'idNumber', 'phone', 'address'] as const;
const TEXTS = ['record', 'wrong', 'wanted'] as const;
type Name = (typeof PERSON)[number] | (typeof TEXTS)[number];
type Typed = Readonly<Record<Name | 'organ', string>>;

const NOTHING: Typed = { organ: '', name: '', idNumber: '', phone: '', address: '', record: '', wrong: '', wanted: '' };

const said = (text: string): string | undefined => (text.trim() === '' ? undefined : text);

const bodyOf = ({ organ, name, idNumber, phone, address, ...texts }: Typed, fileIds: readonly string[]) => ({
  organ,
  applicant: { name, idNumber: said(idNumber), phone: said(phone), address: said(address) },
  ...texts,
  fileIds,
});

/** Sends it; where many have knocked, with a sum done first. */
async function send(body: unknown, key: string): Promise<Answer<RecordReceipt>> {
  const sending = async (): Promise<Answer<RecordReceipt>> =>
    ask('/record-corrections', { method: 'POST', body, headers: { 'idempotency-key': key, ...(await proofHeaders()) } });
  const answer = await sending();
  return answer.no?.code === 'proof-needed' ? sending() : answer;
}

type Props = { readonly organs: PublicOrgans['organs']; readonly onSent: (receipt: RecordReceipt) => void };

/** Which record of which office, what in it is wrong, how it should read, and the proof. */
export function RecordForm({ organs, onSent }: Props): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const [typed, type] = useState(NOTHING);
  const [files, give] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const [no, refuse] = useState<No | undefined>(undefined);
  const [key] = useState(newKey);
  const [isUnderWay, setUnderWay] = useState(false);
  const wrongIn = (path: string): string | undefined =>
    no?.fields?.find((field) => field.path === path || field.path.startsWith(`${path}.`))?.message;
  const submit = async (): Promise<void> => {
    // Each request draws a number: a second click is none.
    if (isUnderWay) return;
    setUnderWay(true);
    const { data, no: refused } = await send(
      bodyOf(
        typed,
        files.map(({ id }) => id),
      ),
      key,
    );
    setUnderWay(false);
    if (data === undefined) refuse(refused);
    else onSent(data);
  };
  const options = organs
    .filter(({ channels }) => channels.includes('web'))
    .map(({ code, name }) => ({ value: code, text: name[language] }));
  const field = (name: Name, path: string, long: boolean): ReactNode => (
    <Field
      key={name}
      id={name}
      label={say(`records.field.${name}`)}
      value={typed[name]}
      long={long}
      wrong={wrongIn(path)}
      onChange={(value) => type((before) => ({ ...before, [name]: value }))}
    />
  );
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {no === undefined ? null : <Refusal no={no} />}
      <Select
        id="organ"
        label={say('records.field.organ')}
        value={typed.organ}
        wrong={wrongIn('organ')}
        options={[{ value: '', text: say('organ.choose') }, ...options]}
        onChange={(organ) => {
          type((before) => ({ ...before, organ }));
          // They were handed to another office.
          give([]);
        }}
      />
      {PERSON.map((name) => field(name, `applicant.${name}`, false))}
      {TEXTS.map((name) => field(name, name, true))}
      <FilesField
        label={say('records.field.proof')}
        path={typed.organ === '' ? null : `/files?organ=${encodeURIComponent(typed.organ)}`}
        files={files}
        onChange={give}
        wrong={wrongIn('fileIds')}
      />
      <button className="main" type="submit" aria-disabled={isUnderWay}>
        {say('records.send')}
      </button>
    </form>
  );
}
