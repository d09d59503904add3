import { paperOfStep, type CommandType, type DrawnPaper, type PaperKind } from '@gongkai/contracts';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.js';

/** The paper that goes out with a step, as far as it has been drawn. */
export type StepPaper = {
  readonly kind: PaperKind;
  readonly drawn: DrawnPaper | undefined;
  /** Something was filled in differently since. */
  readonly isStale: boolean;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly draw: () => void;
  /** It is drawn and kept with the step; so is what was looked at. */
  readonly goesAlong: boolean;
  readonly setGoesAlong: (goes: boolean) => void;
};

/** @param body the command as it is filled in. @returns null where nothing goes out with the step */
export function usePaper(caseId: string, type: CommandType, body: string): StepPaper | null {
  const kind = (paperOfStep as Readonly<Partial<Record<CommandType, PaperKind>>>)[type];
  const [goesAlong, setGoesAlong] = useState(false);
  const { data, variables, error, isPending, mutate } = useMutation({
    mutationFn: (command: string) => api.post<DrawnPaper>(`/cases/${caseId}/papers/draft`, JSON.parse(command)),
    onSuccess: () => setGoesAlong(true),
  });
  if (kind === undefined) return null;
  return {
    kind,
    drawn: data,
    isStale: variables !== body,
    error: variables === body ? error : null,
    isPending,
    draw: () => mutate(body),
    goesAlong,
    setGoesAlong,
  };
}
