import type { FieldProblem, NewApplication } from '@gongkai/contracts';

type Named = Pick<NewApplication, 'applicant' | 'fileIds'>;

/** What is wrong with what is said of an agent: particulars of nobody, or a power of attorney that did not come along. */
export function agentProblems({ applicant, fileIds = [] }: Named): FieldProblem[] {
  const { agent, agentIdNumber, agentPhone, agentScope, powerOfAttorneyFileId: paper } = applicant;
  const isOfNobody = agent === undefined && [agentIdNumber, agentPhone, agentScope, paper].some((told) => told !== undefined);
  return [
    ...(isOfNobody ? [{ path: 'applicant.agent', code: 'required' as const }] : []),
    ...(paper === undefined || fileIds.includes(paper)
      ? []
      : [{ path: 'applicant.powerOfAttorneyFileId', code: 'unknown-file' as const, facts: { name: paper } }]),
  ];
}
