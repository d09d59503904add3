import { paperOfStep, type CaseView, type CommandType, type DrawnPaper, type PaperKind } from '@gongkai/contracts';
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
  /** With it go all records of the office that the folder has to hold. */
  readonly isFiled: boolean;
  /** It is drawn and kept with the step; so is what was looked at, and what goes into the folder with the filing. */
  readonly goesAlong: boolean;
  /** Nobody brings another: no letter is made without a copy of it. */
  readonly mustGo: boolean;
  readonly setGoesAlong: (goes: boolean) => void;
};

/** Whether nobody brings a paper of their own: what goes out is in the folder (REG 45), so it is drawn then. */
const isMadeWith = (body: string): boolean => !('fileIds' in (JSON.parse(body) as object));

/** What ended without a reply has no approval sheet: its form is looked at before it is filed. */
const paperOf = (type: CommandType, hasReply: boolean): PaperKind | undefined =>
  type === 'file' && !hasReply ? 'registration_form' : (paperOfStep as Readonly<Partial<Record<CommandType, PaperKind>>>)[type];

/** @param body the command as it is filled in. @returns null where nothing goes out with the step */
export function usePaper({ id, notices }: CaseView, type: CommandType, body: string): StepPaper | null {
  const hasReply = notices.some((notice) => notice.kind === 'reply');
  const kind = paperOf(type, hasReply);
  const [chosen, setGoesAlong] = useState<boolean>();
  const { data, variables, error, isPending, mutate } = useMutation({
    mutationFn: (command: string) => api.post<DrawnPaper>(`/cases/${id}/papers/draft`, JSON.parse(command)),
    onSuccess: () => setGoesAlong(true),
  });
  if (kind === undefined) return null;
  const isFiled = type === 'file';
  const mustGo = !isFiled && isMadeWith(body);
  return {
    kind,
    drawn: data,
    isStale: variables !== body,
    error: variables === body ? error : null,
    isPending,
    draw: () => mutate(body),
    isFiled,
    goesAlong: mustGo || (chosen ?? isFiled),
    mustGo,
    setGoesAlong,
  };
}
