import type { ReactNode } from 'react';
import { PrincipalChoice } from '../../decide/principal.js';
import { principalsOf } from '../../decide/principals-of.js';
import type { InputProps } from './input-props.js';

/** In whose place a step is taken, where several have delegated it. */
export const PrincipalInput = ({ label, value, onChange, view, type }: InputProps): ReactNode => (
  <PrincipalChoice
    among={principalsOf(view, type)}
    chosen={typeof value === 'string' ? value : undefined}
    choose={onChange}
    label={label}
  />
);
