import { APPLICANT_KINDS, LEGAL_CATEGORIES } from '@gongkai/contracts';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { AgentFields } from './agent-fields.js';
import { CheckDigit } from './check-digit.js';
import { ID_TYPES, type Draft } from './draft.js';
import { Field, FieldProblem } from './field.js';
import { useLetterForm } from './form-context.js';
import { TextField } from './text-field.js';

const KIND_WORDS = { natural_person: 'kind.natural', legal_person_or_other: 'kind.legal' } as const;

/** Who asks (REG 29). */
export function ApplicantFields(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const options = APPLICANT_KINDS.map((value) => ({ value, label: t(KIND_WORDS[value]) }));
  const pick = (kind: Draft['kind']): void => change({ kind, idType: ID_TYPES[kind][0] ?? '' });
  return (
    <>
      <Field name="name" label={t('applicant')} required>
        <Choice label={t('applicant.kind')} options={options} value={draft.kind} onChange={pick} />
        <TextField name="name" width={draft.kind === 'natural_person' ? 170 : 260} label={t('applicant.name')} />
      </Field>
      {draft.kind === 'natural_person' ? null : <Category />}
      <IdDocument />
      <Field name="phone" label={t('phone')}>
        <TextField name="phone" width={150} inputMode="tel" />
        <span className="beside">
          <label htmlFor="email">{t('email')}</label>
          <TextField name="email" width={190} inputMode="email" />
          <FieldProblem name="email" />
        </span>
      </Field>
      <Field name="address" label={t('address')}>
        <span className="wide">
          <TextField name="address" />
        </span>
        <span className="beside">
          <label htmlFor="agent">{t('agent')}</label>
          <TextField name="agent" width={88} />
          <FieldProblem name="agent" />
        </span>
      </Field>
      <AgentFields />
    </>
  );
}

function Category(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const options = LEGAL_CATEGORIES.map((value) => ({ value, label: t(`category.${value}`) }));
  return (
    <Field name="category" label={t('category')} required>
      <Choice label={t('category')} options={options} value={draft.category} onChange={(category) => change({ category })} />
    </Field>
  );
}

function IdDocument(): ReactNode {
  const t = useWords('intake');
  const { draft, change } = useLetterForm();
  const options = ID_TYPES[draft.kind].map((value) => ({ value, label: t(`id-type.${value}` as 'id-type.其他') }));
  return (
    <Field name="idNumber" label={t('id')}>
      <Select
        id="idType"
        aria-label={t('id.type')}
        options={options}
        value={draft.idType}
        onChange={(idType: string) => change({ idType })}
        style={{ width: 150 }}
      />
      <TextField name="idNumber" width={180} label={t('id.number')} />
      <CheckDigit of={draft.idType} text={draft.idNumber} />
    </Field>
  );
}
