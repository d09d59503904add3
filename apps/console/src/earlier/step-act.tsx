import type { CaseView, CommandType } from '@gongkai/contracts';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { OVER_PAGE } from '../case/over-page.js';

type Props = {
  readonly view: CaseView;
  readonly type: CommandType;
  readonly values: Readonly<Record<string, unknown>>;
  readonly why?: string;
  readonly children: ReactNode;
};

/** Opens the form of a step, with what is known filled in. Steps that cannot be taken now are in the rail, with the reason. */
export function StepAct({ view, type, values, why, children }: Props): ReactNode {
  const navigate = useNavigate();
  if (!view.permitted.some((step) => step.type === type)) return null;
  const open = (): void => void navigate(`/case/${view.id}/step/${type}`, { state: { ...OVER_PAGE, values } });
  return (
    <Button size="small" title={why} onClick={open}>
      {children}
    </Button>
  );
}
