import type { AttributeView, CaseView } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useDays } from '../i18n/use-days.js';
import { useWords } from '../i18n/use-words.js';

const PLACES = ['proposed', 'opined', 'fixed'] as const;

/** The public attribute of the reply: what stands, and beside it who proposed, opined and fixed what; nothing before anybody spoke. */
export function ReplyAttribute({ view: { attribute, people } }: { readonly view: CaseView }): ReactNode {
  const t = useWords('decide');
  const terms = useWords('terms');
  const spoken = PLACES.flatMap((place) => {
    const said = attribute[place];
    return said === null ? [] : [{ place, said }];
  });
  if (spoken.length === 0) return null;
  const { standing } = attribute;
  return (
    <p className="table-foot" data-attribute={standing ?? 'open'}>
      {terms('field.attribute')}
      {t('attribute.is')}
      <b className="strong">{standing === null ? t('attribute.open') : terms(`attribute.${standing}`)}</b>
      {spoken.map(({ place, said }) => (
        <Said key={place} name={t(`attribute.${place}.by`)} said={said} people={people} />
      ))}
    </p>
  );
}

type SaidProps = {
  readonly name: string;
  readonly said: NonNullable<AttributeView['proposed']>;
  readonly people: CaseView['people'];
};

function Said({ name, said: { attribute, reason, by, actingFor, on }, people }: SaidProps): ReactNode {
  const t = useWords('decide');
  const terms = useWords('terms');
  const { short } = useDays();
  const who = people[by] ?? '';
  const person = actingFor === null ? who : t('chain.for', { name: who, other: people[actingFor] ?? '' });
  return (
    <span className="muted">
      {t('attribute.said', { name, person, day: short(on), word: terms(`attribute.${attribute}`) })}
      {reason === undefined ? null : t('attribute.why', { reason })}
    </span>
  );
}
