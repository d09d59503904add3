import type { CommandOf, FieldProblem } from '@gongkai/contracts';
import type { CaseCommand, CaseFact } from '@gongkai/lifecycle';
import type { Sealer } from '@gongkai/platform';
import { openApplicant, sealApplicant, type Applicant } from '../applicants.js';
import type { StoredCase } from './stored-case.js';
import type { Writing } from './write.js';

type Change = CommandOf<'changeAgent'>;

const PARTICULARS = ['agentIdType', 'agentIdNumber', 'agentPhone', 'agentScope', 'powerOfAttorneyFileId'] as const;
const OF_AGENT: ReadonlySet<string> = new Set(['agent', ...PARTICULARS]);

const toldOf = ({ fileIds = [], ...change }: Change): Partial<Applicant> =>
  Object.fromEntries(
    Object.entries({ ...change, powerOfAttorneyFileId: fileIds[0] }).filter(
      ([name, value]) => OF_AGENT.has(name) && value !== undefined,
    ),
  );

/** What is wrong with a change of the agent: particulars of nobody, or the end of an agent who is not there. */
export function agentChangeProblems(change: Change, known: Pick<Applicant, 'agent'>): readonly FieldProblem[] {
  const isOfNobody = change.agent === undefined && Object.keys(toldOf({ ...change, fileIds: [] })).length > 0;
  const isOver = change.agent === undefined && known.agent === undefined;
  return isOfNobody || isOver ? [{ path: 'agent', code: 'required' }] : [];
}

/** The applicant with the agent who acts from now on: of the same one, what is not said again stays. */
function withAgent(known: Applicant, id: string, change: Change): Applicant {
  const alone = Object.fromEntries(Object.entries(known).filter(([name]) => !OF_AGENT.has(name)));
  const before = change.agent === known.agent ? known : alone;
  return { ...(change.agent === undefined ? alone : { ...before, ...toldOf(change) }), id } as Applicant;
}

/** The applicant after a command, and the record that is written for it where an agent came or went: the one before stays. */
export function applicantAfter(
  { row, around }: StoredCase,
  { command, fact, sealer }: { readonly command: CaseCommand; readonly fact: CaseFact; readonly sealer: Sealer },
): { readonly applicant: Applicant; readonly writing: Partial<Writing> } {
  const known = openApplicant(sealer, around);
  if (command.type !== 'changeAgent' || fact.type !== 'AGENT_CHANGED') return { applicant: known, writing: {} };
  const { id, ...applicant } = withAgent(known, fact.applicantId, command);
  const filing = { id, organId: row.organ_id, faxNumber: applicant.faxNumber };
  return { applicant: { id, ...applicant }, writing: { applicants: [sealApplicant(sealer, applicant, filing)] } };
}
