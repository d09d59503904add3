import { PUBLIC_ATTRIBUTES, USUAL_ATTRIBUTE, type AttributeView, type CaseView, type PublicAttribute } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';

/** What the reviewer thinks of the proposed attribute. */
export type AttributeOpinion = {
  /** The fields of the step, where there is something to say. */
  readonly said: Readonly<Record<string, string>>;
  /** It is another one than what was proposed, and the opinion says why. */
  readonly differs: boolean;
};

const proposedOf = ({ proposed }: AttributeView): PublicAttribute => proposed?.attribute ?? USUAL_ATTRIBUTE;

/** What the choice begins with: one's own word, else the proposal. */
export const firstAttribute = ({ attribute }: CaseView): PublicAttribute => attribute.opined?.attribute ?? proposedOf(attribute);

/** @param chosen what is chosen @param reason the opinion as it is written */
export function attributeOpinion({ attribute }: CaseView, chosen: PublicAttribute, reason: string): AttributeOpinion {
  if (attribute.opined?.attribute === chosen) return { said: {}, differs: false };
  const differs = chosen !== proposedOf(attribute);
  return { said: { attribute: chosen, ...(differs ? { attributeReason: reason } : {}) }, differs };
}

type Props = {
  readonly view: CaseView;
  readonly value: PublicAttribute;
  readonly onChange: (attribute: PublicAttribute) => void;
};

/** The public attribute of the reply, beside what its drafter proposes. */
export function AttributeField({ view: { attribute }, value, onChange }: Props): ReactNode {
  const t = useWords('decide');
  const terms = useWords('terms');
  const { proposed } = attribute;
  const word = terms(`attribute.${proposedOf(attribute)}`);
  const label = terms('field.attribute');
  return (
    <div className="attribute-field">
      <span className="strong">{label}</span>{' '}
      <span className="small muted">
        {proposed === null ? t('attribute.usual', { word }) : t('attribute.proposed', { word })}
        {proposed?.reason === undefined ? null : t('attribute.why', { reason: proposed.reason })}
      </span>
      <Choice
        label={label}
        options={PUBLIC_ATTRIBUTES.map((one) => ({ value: one, label: terms(`attribute.${one}`) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
