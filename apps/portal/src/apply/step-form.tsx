import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { CheckStep } from './check-step.js';
import type { Filling } from './form.js';
import { ContactStep, HowStep, WhatStep } from './other-steps.js';
import { STEPS, type Step } from './steps.js';
import { WhoStep } from './who-step.js';

const FORMS = { who: WhoStep, contact: ContactStep, what: WhatStep, how: HowStep, check: CheckStep } as const;

type Props = {
  readonly step: Step;
  readonly filling: Filling;
  readonly isSending: boolean;
  readonly goTo: (step: Step) => void;
  readonly onNext: () => void;
};

/** The question of a step, with the way on at the bottom edge. */
export function StepForm({ step, filling, isSending, goTo, onNext }: Props): ReactNode {
  const say = useWords();
  const Form = FORMS[step];
  const at = STEPS.indexOf(step);
  const onward =
    step === 'check'
      ? say(isSending ? 'send.under-way' : 'send')
      : say('step.next', { step: say(`step.${STEPS[at + 1] ?? 'check'}`) });
  return (
    <form
      className="fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Form {...filling} />
      <div className="bar">
        {at === 0 ? null : (
          <button type="button" onClick={() => goTo(STEPS[at - 1] ?? 'who')}>
            {say('step.back')}
          </button>
        )}
        <button className="main" type="submit" aria-disabled={isSending}>
          {onward}
        </button>
      </div>
    </form>
  );
}
