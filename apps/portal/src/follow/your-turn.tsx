import type { ReactNode, SyntheticEvent } from 'react';
import type { No } from '../api.js';
import { isOfFile } from '../apply/wrong-fields.js';
import { useWords } from '../i18n/use-words.js';
import { Field } from '../parts/field.js';
import { FilesField } from '../parts/files-field.js';
import { Refusal } from '../parts/refusal.js';
import { pathOf, useAct, type Following } from './use-act.js';
import { useKeptAnswer } from './use-kept-answer.js';

const KINDS = {
  correct: { what: 'correction', field: 'text', done: 'correct.done' },
  pay: { what: 'payment-proof', field: 'note', done: 'pay.done' },
} as const;

/** What the office waits for: the answer to a correction notice, or the slip of a payment. */
export function YourTurn(following: Following): ReactNode {
  const { acts } = following.standing;
  const kind = (['correct', 'pay'] as const).find((act) => acts.includes(act));
  return kind === undefined ? null : <Turn key={kind} kind={kind} {...following} />;
}

type TurnProps = Following & { readonly kind: keyof typeof KINDS };

function Turn({ kind, ...following }: TurnProps): ReactNode {
  const say = useWords();
  const { standing, code } = following;
  const { number } = standing;
  const path = `${pathOf(number, 'files')}?${new URLSearchParams({ code }).toString()}`;
  const { what, field, done } = KINDS[kind];
  const { no, isUnderWay, act } = useAct(following, what, done);
  const { text, files, change, forget } = useKeptAnswer(`${kind}.${number}`);
  /** Told where the slip belongs, and not as a number of things. */
  const isSlipMissing = isAboutSlip(no);
  const wrong = isSlipMissing ? say('pay.no-slip') : isGone(no) ? say('file.gone') : undefined;
  const send = async (): Promise<void> => {
    const written = text.trim() === '' ? {} : { [field]: text.trim() };
    const papers = files.length === 0 && kind === 'correct' ? {} : { fileIds: files.map(({ id }) => id) };
    const refused = await act({ ...written, ...papers });
    if (refused === undefined) forget();
    if (isGone(refused)) change({ files: [] });
  };
  return (
    <section aria-labelledby="your-turn">
      <h2 id="your-turn">{say(`${kind}.title`)}</h2>
      {kind === 'correct' ? <Asked {...following} /> : null}
      <p className="hint">{say(`${kind}.hint`)}</p>
      {no === undefined || isSlipMissing ? null : <Refusal no={no} />}
      <form
        className="fields"
        noValidate
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault();
          void send();
        }}
      >
        <Field id="your-text" long label={say(`${kind}.text`)} value={text} onChange={(written) => change({ text: written })} />
        <FilesField
          label={say(`${kind}.files`)}
          path={path}
          files={files}
          wrong={wrong}
          onChange={(chosen) => change({ files: chosen })}
        />
        <button className="main" type="submit" aria-disabled={isUnderWay}>
          {say(`${kind}.send`)}
        </button>
      </form>
    </section>
  );
}

const isGone = (no: No | undefined): boolean => no?.fields?.some(isOfFile) ?? false;
/** None was uploaded. */
const isAboutSlip = (no: No | undefined): boolean => no?.fields?.some(({ path }) => path === 'fileIds') ?? false;

/** What has to be told, as the notice puts it. */
function Asked({ standing: { notices } }: Following): ReactNode {
  const say = useWords();
  const asks = notices.findLast(({ kind }) => kind === 'correction')?.asks ?? null;
  return asks === null ? null : (
    <p>
      {say('correct.asks')} <b lang="zh-CN">{asks}</b>
    </p>
  );
}
