import type { Light as LightName } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.js';
import './light.css';

const mark = 'var(--light-mark)';
/** Each light has a silhouette of its own: it says the same in black and white. */
const SHAPES: Readonly<Record<LightName, ReactNode>> = {
  green: (
    <>
      <circle cx="8" cy="8" r="7" fill="var(--green)" />
      <path d="M4.6 8.2l2.3 2.4 4.4-4.8" stroke={mark} strokeWidth="1.8" fill="none" />
    </>
  ),
  yellow: (
    <>
      <path d="M8 1 15.5 14.5H.5z" fill="var(--yellow-fill)" stroke="var(--yellow)" />
      <path d="M8 5.6v4.2M8 11.4v1.6" stroke="var(--yellow-on-fill)" strokeWidth="1.7" />
    </>
  ),
  red: (
    <>
      <path d="M8 .6 15.4 8 8 15.4.6 8z" fill="var(--red)" />
      <path d="M8 4.2v4.6M8 10.4v1.7" stroke={mark} strokeWidth="1.8" />
    </>
  ),
  overdue: (
    <>
      <rect x="1" y="1" width="14" height="14" fill="var(--overdue)" stroke={mark} strokeWidth=".8" />
      <path d="M4.7 4.7l6.6 6.6M11.3 4.7l-6.6 6.6" stroke={mark} strokeWidth="1.9" />
    </>
  ),
  stopped: (
    <>
      <circle cx="8" cy="8" r="7" fill={mark} stroke="var(--stopped)" strokeWidth="1.6" />
      <path d="M6 5v6M10 5v6" stroke="var(--stopped)" strokeWidth="2" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.6" fill="none" stroke="var(--none)" strokeWidth="1.6" strokeDasharray="2.6 2.2" />,
};

type IconProps = { readonly light: LightName; readonly size?: number };

/** The shape of a light; a word stands beside it. */
export const LightIcon = ({ light, size = 16 }: IconProps): ReactNode => (
  <svg className="light-icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden>
    {SHAPES[light]}
  </svg>
);

type Props = {
  readonly light: LightName;
  /** The word: a light never stands without one. Where nothing is given, it is the name of the light. */
  readonly children?: ReactNode;
  /** On its tint, as a label of its own. */
  readonly pill?: boolean;
};

/** A light with its word. */
export function Light({ light, children, pill = false }: Props): ReactNode {
  const t = useWords('terms');
  return (
    <span className={`light is-${light}${pill ? ' pill' : ''}`}>
      <LightIcon light={light} />
      {children ?? t(`light.${light}`)}
    </span>
  );
}
