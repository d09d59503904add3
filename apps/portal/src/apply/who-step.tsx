import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Radios, Select } from '../parts/choice.js';
import { Field } from '../parts/field.js';
import { CODE_ID, PAPERS, PERSON_ID, type Draft } from './draft.js';
import { FileField } from './file-field.js';
import type { Filling } from './form.js';
import { OrganField } from './organ-field.js';

const CATEGORIES = [
  'commercial_enterprise',
  'research_institution',
  'public_welfare_org',
  'legal_service_org',
  'other_org',
] as const;

/** Whom somebody asks, and who they are (REG 29(2)). */
export function WhoStep(filling: Filling): ReactNode {
  const { draft, change, wrong } = filling;
  const say = useWords();
  const ofKind = (kind: Draft['kind']): Partial<Draft> =>
    kind === 'natural_person'
      ? { kind, category: 'natural_person', idType: PERSON_ID }
      : { kind, category: CATEGORIES[0], idType: CODE_ID };
  return (
    <>
      <OrganField {...filling} />
      <Radios
        name="kind"
        label={say('kind')}
        value={draft.kind}
        options={[
          { value: 'natural_person', text: say('kind.natural') },
          { value: 'legal_person_or_other', text: say('kind.legal') },
        ]}
        onChange={(kind) => change(ofKind(kind))}
      />
      {draft.kind === 'natural_person' ? null : (
        <Select
          id="category"
          label={say('category')}
          value={draft.category}
          options={CATEGORIES.map((value) => ({ value, text: say(`category.${value}`) }))}
          onChange={(category) => change({ category })}
        />
      )}
      <Field
        id="name"
        label={say(draft.kind === 'natural_person' ? 'name-of.natural' : 'name-of.legal')}
        value={draft.name}
        wrong={wrong.name}
        autoComplete="name"
        onChange={(name) => change({ name })}
      />
      <Select
        id="idType"
        label={say('id-type')}
        value={draft.idType}
        options={PAPERS[draft.kind].map((value) => ({ value, text: say(`id-type.${value}`) }))}
        onChange={(idType) => change({ idType })}
      />
      <Field
        id="idNumber"
        label={say('id-number')}
        value={draft.idNumber}
        hint={say('id-number.hint')}
        wrong={wrong.idNumber}
        onChange={(idNumber) => change({ idNumber })}
      />
      <FileField {...filling} />
    </>
  );
}
