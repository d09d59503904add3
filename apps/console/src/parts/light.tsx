import type { Light as LightName } from '@gongkai/contracts';
import type { ReactNode } from 'react';
import './light.css';

/** Each light differs in shape as well as in colour. */
const SHAPES: Readonly<Record<LightName, ReactNode>> = {
  green: (
    <>
      <circle cx="8" cy="8" r="7" fill="#15734A" />
      <path d="M4.6 8.2l2.3 2.4 4.4-4.8" stroke="#fff" strokeWidth="1.8" fill="none" />
    </>
  ),
  yellow: (
    <>
      <path d="M8 1L15.5 14.5H.5z" fill="#F0B429" stroke="#875800" />
      <path d="M8 5.6v4.2M8 11.4v1.6" stroke="#4A3000" strokeWidth="1.7" />
    </>
  ),
  red: (
    <>
      <path d="M8 .6L15.4 8 8 15.4.6 8z" fill="#B8261B" />
      <path d="M8 4.2v4.6M8 10.4v1.7" stroke="#fff" strokeWidth="1.8" />
    </>
  ),
  overdue: (
    <>
      <rect x="1" y="1" width="14" height="14" fill="#7A1020" stroke="#fff" strokeWidth=".8" />
      <path d="M4.7 4.7l6.6 6.6M11.3 4.7l-6.6 6.6" stroke="#fff" strokeWidth="1.9" />
    </>
  ),
  stopped: (
    <>
      <circle cx="8" cy="8" r="7" fill="#fff" stroke="#3A4C9F" strokeWidth="1.6" />
      <path d="M6 5v6M10 5v6" stroke="#3A4C9F" strokeWidth="2" />
    </>
  ),
  none: <circle cx="8" cy="8" r="6.6" fill="none" stroke="#565E69" strokeWidth="1.6" strokeDasharray="2.6 2.2" />,
};

type Props = {
  readonly light: LightName;
  /** The word: a light never stands without one. */
  readonly children: ReactNode;
  /** On its tint, as a label of its own. */
  readonly pill?: boolean;
};

/** A light with its word. */
export const Light = ({ light, children, pill = false }: Props): ReactNode => (
  <span className={`light is-${light}${pill ? ' pill' : ''}`}>
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
      {SHAPES[light]}
    </svg>
    {children}
  </span>
);
