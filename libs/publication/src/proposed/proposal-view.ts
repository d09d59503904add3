import { actingIn, isOneWith, type Person } from '@gongkai/casework';
import type { EntryProposal, EntryProposalMove, Role } from '@gongkai/contracts';
import type { Kinds } from '../kinds.js';
import type { ProposalRow } from './proposal-rows.js';

type Move = EntryProposalMove['move'];
type Whose = Pick<ProposalRow, 'organ_id' | 'proposed_by' | 'state'>;

/** Whose second look it is, and who is told that something waits for one. */
export const LOOKING = ['reviewer', 'approver'] as const satisfies readonly Role[];

/** Who may be the second person: whoever reviews releases, or approves them (REG 17). */
export const mayLook = (person: Person, { organ_id }: Pick<ProposalRow, 'organ_id'>): boolean =>
  actingIn(person, organ_id).roles.some((role) => (LOOKING as readonly Role[]).includes(role));

export const isOwn = (person: Person, { proposed_by }: Pick<ProposalRow, 'proposed_by'>): boolean =>
  isOneWith(person, proposed_by);

/** Read to the end, and nothing of anybody in it that is not published. */
export const isClean = ({ read, total, findings }: Pick<ProposalRow, 'read' | 'total' | 'findings'>): boolean =>
  read === total && !findings.some(({ blocks }) => blocks);

const MAY: Readonly<Record<Move, (person: Person, row: ProposalRow) => boolean>> = {
  read: (_, { read, total }) => read !== total,
  confirm: (person, row) => mayLook(person, row) && !isOwn(person, row) && isClean(row),
  return: (person, row: Whose) => mayLook(person, row) || row.proposed_by === person.id,
};
const MOVES = ['read', 'confirm', 'return'] as const satisfies readonly Move[];

/** A proposal as somebody sees it. */
export function proposalView(row: ProposalRow, kinds: Kinds, person: Person): EntryProposal {
  const { content, decided_by: by, decided_at: at } = row;
  return {
    id: row.id,
    state: row.state,
    entryId: row.entry_id,
    organ: { code: row.organ_code, name: { 'zh-CN': row.organ_zh, en: row.organ_en } },
    indexNumber: content.indexNumber,
    title: content.title,
    summary: content.summary,
    kind: kinds.named(content.kind),
    madeOn: content.madeOn,
    publishedOn: content.publishedOn,
    url: content.url,
    file: { id: content.fileId, name: content.fileName, mime: row.mime },
    read: { pages: row.read, total: row.total },
    wordless: [...row.wordless],
    // Who asks an organ is nobody's to find out by writing names into titles.
    findings: row.findings.filter(({ blocks }) => blocks || mayLook(person, row)),
    hash: row.hash,
    proposed: { by: { id: row.proposed_by, name: row.proposer }, at: row.proposed_at.toISOString() },
    decided:
      by === null || at === null ? null : { by: { id: by, name: row.decider ?? '' }, at: at.toISOString(), reason: row.reason },
    may: row.state === 'waiting' ? MOVES.filter((move) => MAY[move](person, row)) : [],
  };
}
