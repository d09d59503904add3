import type { CaseRow, CaseView } from '@gongkai/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../api/api.js';
import { keys } from '../api/keys.js';
import { ProblemError } from '../api/problem.js';

/** To whom, and why; the reason is kept as the note of each step. */
export type Assignment = { readonly assignee: string; readonly name: string; readonly why: string };
/** What became of it, case by case. */
export type Outcome = {
  readonly name: string;
  readonly done: number;
  readonly failed: readonly { readonly number: string; readonly why: string }[];
};

/** Gives cases to somebody who does not have them yet, one step each: what one of them refuses does not keep the others back. */
export function useReassigning(cases: readonly CaseRow[]) {
  const client = useQueryClient();
  const [reached, reach] = useState(0);
  const act = useMutation({
    mutationFn: async ({ assignee, name, why }: Assignment): Promise<Outcome> => {
      const failed: { number: string; why: string }[] = [];
      const moving = cases.filter((row) => row.assignee?.id !== assignee);
      for (const [i, row] of moving.entries()) {
        reach(i);
        const problem = await assign(row, { assignee, note: why });
        if (problem !== null) failed.push({ number: row.number, why: problem });
      }
      return { name, done: moving.length - failed.length, failed };
    },
    onSettled: () => client.invalidateQueries({ queryKey: keys.cases.all }),
  });
  return { ...act, reached };
}

type Step = { readonly assignee: string; readonly note: string };

/** Why it was refused; null where it was done. @throws NetworkError where no answer came: the rest is not tried */
async function assign({ id, version }: CaseRow, { assignee, note }: Step): Promise<string | null> {
  const command = { type: 'assign', assignee, ...(note.trim() === '' ? {} : { note }) };
  try {
    await api.post<CaseView>(`/cases/${id}/commands`, command, { version, key: crypto.randomUUID() });
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.detail;
    throw error;
  }
}
