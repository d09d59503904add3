import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../i18n/use-words.js';
import type { Filling } from './form.js';
import { STEPS, type Step } from './steps.js';

/** Everything once more, before it is sent. */
export function CheckStep({ draft, organs }: Filling): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const asked = organs.find(({ code }) => code === draft.organ);
  const organ = asked?.name[language] ?? '';
  const { agent, agentIdType, agentIdNumber } = draft;
  const ofAgent = agent.trim() === '' || agentIdNumber.trim() === '' ? '' : `${say(`id-type.${agentIdType}`)} ${agentIdNumber}`;
  const parts: readonly [Step, readonly string[]][] = [
    ['who', [organ, draft.name, `${say(`id-type.${draft.idType}`)} ${draft.idNumber}`, ...draft.files.map(({ name }) => name)]],
    [
      'contact',
      [
        ...[draft.phone, draft.email, draft.wantsMail ? say('mail.wanted') : '', draft.address],
        ...[agent, ofAgent, draft.accessibility],
      ],
    ],
    [
      'what',
      draft.items.map(
        (item, i) => `${String(i + 1)}. ${[item.description, item.documentNumber, item.period].filter(Boolean).join(' · ')}`,
      ),
    ],
    ['how', [say(`delivery.${draft.delivery}`), say(`wanted-form.${draft.wantedForm}`)]],
  ];
  return (
    <>
      {parts.map(([step, lines]) => (
        <section key={step} className="box" aria-labelledby={`part-${step}`}>
          <h2 id={`part-${step}`}>{say(`step.${step}`)}</h2>
          {lines
            .filter((line) => line.trim() !== '')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          <Link to={`/apply?step=${String(STEPS.indexOf(step) + 1)}`}>
            {say('check.change')} <span className="unseen">{say(`step.${step}`)}</span>
          </Link>
        </section>
      ))}
      <p>{say(asked?.webReceipt === 'manual' ? 'check.says-manual' : 'check.says')}</p>
    </>
  );
}
