import type { CaseRow, CaseView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { ProblemError } from '../api/problem.js';
import { newKey } from '../parts/new-key.js';

/** A step of several cases: its command, the name of whom it is about, and which of them it leaves out. */
export type StepOfEach = {
  readonly command: Readonly<Record<string, unknown>>;
  readonly name?: string;
  readonly leavesOut?: (row: CaseRow) => boolean;
};
/** What became of it, case by case. */
export type Outcome = {
  readonly name: string;
  readonly done: number;
  readonly failed: readonly { readonly number: string; readonly why: string }[];
};

/** Takes the same step of several cases, one after the other: what one of them refuses does not keep the others back. */
export function useStepOfEach(cases: readonly CaseRow[]) {
  const client = useQueryClient();
  const [reached, reach] = useState(0);
  const act = useMutation({
    mutationFn: async ({ command, name = '', leavesOut = () => false }: StepOfEach): Promise<Outcome> => {
      const failed: { number: string; why: string }[] = [];
      const meant = cases.filter((row) => !leavesOut(row));
      for (const [i, row] of meant.entries()) {
        reach(i);
        const problem = await take(row, command);
        if (problem !== null) failed.push({ number: row.number, why: problem });
      }
      return { name, done: meant.length - failed.length, failed };
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.cases.all }),
  });
  return { ...act, reached };
}

/** Why it was refused; null where it was done. @throws NetworkError where no answer came: the rest is not tried */
async function take({ id, version }: CaseRow, command: StepOfEach['command']): Promise<string | null> {
  try {
    await api.post<CaseView>(`/cases/${id}/commands`, command, { version, key: newKey() });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.detail;
    throw error;
  }
}
