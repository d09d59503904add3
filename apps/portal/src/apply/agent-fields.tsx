import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Select } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { PAPERS } from './draft.js';
import { FileField } from './file-field.js';
import type { Filling } from './form.js';

/** Who acts for the applicant, by what power of attorney. Without one the application is taken, and the office asks for it. */
export function AgentFields(filling: Filling): ReactNode {
  const { draft, change, wrong } = filling;
  const say = useWords();
  const isThere = draft.files.some(({ id }) => id === draft.powerOfAttorney);
  return (
    <fieldset className="item">
      <legend>{say('agent.papers')}</legend>
      <Select
        id="agentIdType"
        label={say('agent.id-type')}
        value={draft.agentIdType}
        options={PAPERS.natural_person.map((value) => ({ value, text: say(`id-type.${value}`) }))}
        onChange={(agentIdType) => change({ agentIdType })}
      />
      <Field
        id="agentIdNumber"
        label={say('agent.id-number')}
        value={draft.agentIdNumber}
        wrong={wrong.agentIdNumber}
        onChange={(agentIdNumber) => change({ agentIdNumber })}
      />
      <Field
        id="agentPhone"
        type="tel"
        label={say('agent.phone')}
        value={draft.agentPhone}
        wrong={wrong.agentPhone}
        onChange={(agentPhone) => change({ agentPhone })}
      />
      <Field
        id="agentScope"
        label={say('agent.scope')}
        value={draft.agentScope}
        wrong={wrong.agentScope}
        onChange={(agentScope) => change({ agentScope })}
      />
      <FileField {...filling} />
      <Select
        id="powerOfAttorney"
        label={say('agent.paper')}
        value={isThere ? draft.powerOfAttorney : ''}
        options={[
          { value: '', text: say('agent.paper.none') },
          ...draft.files.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(powerOfAttorney) => change({ powerOfAttorney })}
      />
      {isThere ? null : <p className="hint">{say('agent.paper.later')}</p>}
    </fieldset>
  );
}
