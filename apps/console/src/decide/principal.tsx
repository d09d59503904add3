import type { CaseView, CommandType } from '@gongkai/contracts';
import { useState, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import { Choice } from '../parts/choice.js';
import { useSession } from '../session/session.js';
import { principalsOf } from './principals-of.js';

/** In whose place somebody decides, where several have delegated it to them. */
export type Principal = {
  readonly among: readonly string[];
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
  /** What the step carries of it. */
  readonly given: { readonly inPlaceOf?: string };
  /** Nobody has to be chosen, or somebody was. */
  readonly isKnown: boolean;
  /** It was asked for and is still missing. */
  readonly isMissing: boolean;
  /** The same; where not, it is asked for. */
  readonly isSettled: () => boolean;
};

/** @param type the step that decides who can be chosen */
export function usePrincipal(view: CaseView, type: CommandType): Principal {
  const [picked, choose] = useState<string>();
  const [isAsked, setAsked] = useState(false);
  const among = principalsOf(view, type);
  const chosen = among.length > 1 ? among.find((id) => id === picked) : among[0];
  const isKnown = among.length === 0 || chosen !== undefined;
  return {
    ...{ among, chosen, choose },
    given: chosen === undefined ? {} : { inPlaceOf: chosen },
    isKnown,
    isMissing: isAsked && !isKnown,
    isSettled: () => {
      setAsked(!isKnown);
      return isKnown;
    },
  };
}

type Props = Pick<Principal, 'among' | 'chosen' | 'choose'> & { readonly label: string };

/** The people, each by name. */
export function PrincipalChoice({ among, chosen, choose, label }: Props): ReactNode {
  const { user } = useSession();
  const nameOf = (id: string): string => user.standsFor.find((one) => one.id === id)?.name ?? id;
  const options = among.map((id) => ({ value: id, label: nameOf(id) }));
  return <Choice label={label} options={options} value={chosen ?? ''} onChange={choose} />;
}

/** The question, beside a decision. */
export function PrincipalField({ principal }: { readonly principal: Principal }): ReactNode {
  const t = useWords('terms');
  const label = t('field.inPlaceOf');
  if (principal.among.length === 0) return null;
  return (
    <div className="attribute-field">
      <span className="strong">{label}</span> <PrincipalChoice {...principal} label={label} />
      {principal.isMissing ? (
        <span className="field-problem" role="alert">
          {t('field.inPlaceOf.missing')}
        </span>
      ) : null}
    </div>
  );
}
