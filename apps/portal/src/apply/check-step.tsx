import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Say } from '../i18n/i18n.js';
import { useLanguage, useWords } from '../i18n/use-words.js';
import type { Draft } from './draft.js';
import type { Filling } from './form.js';
import { STEPS, type Step } from './steps.js';

/** Everything once more, before it is sent. */
export function CheckStep({ draft, organs }: Filling): ReactNode {
  const say = useWords();
  const language = useLanguage();
  const asked = organs.find(({ code }) => code === draft.organ);
  const organ = asked?.name[language] ?? '';
  const parts: readonly [Step, readonly string[]][] = [
    ['who', [organ, draft.name, idOf(draft), ...draft.files.map(({ name }) => name)]],
    [
      'contact',
      [
        ...[draft.phone, draft.email, draft.wantsMail ? say('mail.wanted') : '', draft.address],
        ...[agentOf(draft, say), draft.accessibility],
      ],
    ],
    [
      'what',
      draft.items.map(
        (item, i) => `${String(i + 1)}. ${[item.description, item.documentNumber, item.period].filter(Boolean).join(' · ')}`,
      ),
    ],
    [
      'how',
      [
        ...[say(`delivery.${draft.delivery}`), say(`wanted-form.${draft.wantedForm}`)],
        ...(draft.suggests ? [say('apply.suggests'), draft.suggestReason] : []),
      ],
    ],
  ];
  return (
    <>
      {parts.map(([step, lines]) => (
        <section key={step} className="box" aria-labelledby={`part-${step}`}>
          <h2 id={`part-${step}`}>{say(`step.${step}`)}</h2>
          {[...new Set(lines)]
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

  function idOf({ idType, idNumber }: Draft): string {
    return idNumber.trim() === '' ? '' : `${say(`id-type.${idType}`)} ${idNumber}`;
  }
}

/** Who acts, in a line. */
function agentOf({ agent, agentIdType, agentIdNumber, agentPhone, agentScope }: Draft, say: Say): string {
  const paper = agentIdNumber.trim() === '' ? '' : `${say(`id-type.${agentIdType}`)} ${agentIdNumber}`;
  return agent.trim() === '' ? '' : [agent, paper, agentPhone, agentScope].filter((text) => text.trim() !== '').join(' · ');
}
