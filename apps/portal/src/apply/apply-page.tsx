import type { PublicOrgans } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useLoaderData, useNavigate, useSearchParams } from 'react-router';
import type { Answer, No } from '../api.js';
import { useWords } from '../i18n/use-words.js';
import { Page } from '../parts/page.js';
import { Refusal } from '../parts/refusal.js';
import { keyed } from './draft.js';
import { endDraft } from './ended-draft.js';
import { wipeDraft } from './kept-draft.js';
import { sendApplication } from './send-application.js';
import { keepReceipt, stepOn } from './sent-receipt.js';
import { Sent } from './sent.js';
import { StepForm } from './step-form.js';
import { missingIn, stepOf, STEPS, type Step } from './steps.js';
import { useDraft } from './use-draft.js';
import { Wipe } from './wipe.js';
import { isOfFile, wordsOfMissing, wordsOfRefused } from './wrong-fields.js';

/** An application, a question at a time; what was typed stays in this window until it is sent or wiped. */
export function ApplyPage(): ReactNode {
  const say = useWords();
  const { data, no: unknown } = useLoaderData<Answer<PublicOrgans>>();
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const { draft, change, wipe, wrong, setWrong } = useDraft(query.get('organ'));
  const [no, setNo] = useState<No | undefined>(unknown);
  const [isSending, setSending] = useState(false);
  /** An organ that the address names may have opened other ways only. */
  const isOpen = data?.organs.some(({ code, channels }) => code === draft.organ && channels.includes('web')) ?? true;
  const step = stepOn(draft, query.get('step'));
  const goTo = (next: Step): void => void navigate(`/apply?step=${String(STEPS.indexOf(next) + 1)}`);

  /** Shows what is missing up to this step, and goes to the first of it. */
  const isComplete = (): boolean => {
    const missing = missingIn(isOpen ? draft : { ...draft, organ: '' }).filter(
      (one) => STEPS.indexOf(one.step) <= STEPS.indexOf(step),
    );
    setWrong(wordsOfMissing(missing, say));
    const [first] = missing;
    if (first === undefined) return true;
    if (first.step !== step) goTo(first.step);
    window.setTimeout(() => document.getElementById(first.field)?.focus());
    return false;
  };
  const send = async (): Promise<void> => {
    setSending(true);
    const ready = keyed(draft);
    change(ready);
    const { data: receipt, no: refused } = await sendApplication(ready);
    setSending(false);
    if (receipt !== undefined) {
      wipeDraft();
      keepReceipt(receipt);
      await navigate('/apply/done', { state: receipt, replace: true });
      return;
    }
    const fields = refused?.fields ?? [];
    setNo(refused);
    if (fields.some(isOfFile)) change({ files: [] });
    setWrong(wordsOfRefused(fields, say));
    const [first] = fields;
    if (first !== undefined) goTo(stepOf(first.path));
  };
  const next = (): void => {
    setNo(undefined);
    if (!isComplete() || isSending) return;
    if (step === 'check') void send();
    else goTo(STEPS[STEPS.indexOf(step) + 1] ?? 'check');
  };
  /** With the only item that is wanted the application ends; nothing was sent. */
  const leaveOut = (at: number, found: string): void => {
    if (draft.items.length > 1) change({ items: draft.items.filter((_, i) => i !== at) });
    else {
      endDraft(draft);
      void navigate(`/information/${found}`, { state: { ended: true } });
    }
  };
  const forget = (): void => {
    wipe();
    keepReceipt(null);
    setNo(undefined);
    goTo('who');
  };
  return (
    <Page title={say(`title.${step}`)} above={<Progress at={STEPS.indexOf(step)} />}>
      <Sent draft={draft} />
      <p className="hint">{say(`hint.${step}`)}</p>
      {no === undefined ? null : <Refusal no={no} />}
      <StepForm
        step={step}
        filling={{ draft, change, wrong, organs: data?.organs ?? [], mails: data?.mails ?? false, onFound: leaveOut }}
        isSending={isSending}
        goTo={goTo}
        onNext={next}
      />
      <Wipe draft={draft} change={change} forget={forget} />
    </Page>
  );
}

function Progress({ at }: { readonly at: number }): ReactNode {
  const say = useWords();
  return (
    <>
      <p className="hint">{say('step.of', { step: at + 1, steps: STEPS.length })}</p>
      <div className="steps" aria-hidden="true">
        {STEPS.map((step, i) => (
          <i key={step} className={i <= at ? 'past' : ''} />
        ))}
      </div>
    </>
  );
}
