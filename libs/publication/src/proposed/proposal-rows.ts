import { asUuid, organInSight, Parameters } from '@gongkai/casework';
import type { EntryProposal } from '@gongkai/contracts';
import { canonicalJson, json, sha256, type Statement } from '@gongkai/platform';
import type { OwnEntry } from '../entry-file.js';
import type { Looked } from './file-looked-at.js';

/** The words of a proposal, and its file. */
export type Proposed = OwnEntry['words'] & {
  readonly fileId: string;
  readonly fileName: string;
  readonly formed?: string | undefined;
};

/** What stands for everything that becomes public: the id of a file is the hash of its bytes. */
export const hashOf = (content: Proposed, entryId: string | null): string => sha256(canonicalJson({ ...content, entryId }));

/** A proposal as it is kept. */
export type ProposalRow = Looked & {
  readonly id: string;
  readonly organ_id: string;
  readonly organ_path: readonly string[];
  readonly organ_code: string;
  readonly organ_zh: string;
  readonly organ_en: string;
  readonly entry_id: string | null;
  readonly state: EntryProposal['state'];
  readonly content: Proposed;
  readonly hash: string;
  readonly mime: string;
  readonly proposed_by: string;
  readonly proposed_at: Date;
  readonly proposer: string;
  readonly decided_by: string | null;
  readonly decided_at: Date | null;
  readonly decider: string | null;
  readonly reason: string | null;
};

const SELECT = `
  SELECT proposal.*, organ.path AS organ_path, organ.code AS organ_code, organ.name_zh AS organ_zh, organ.name_en AS organ_en,
         stored_file.mime, proposer.name AS proposer, decider.name AS decider
    FROM entry_proposal AS proposal
    JOIN organ ON organ.id = proposal.organ_id
    JOIN stored_file ON stored_file.id = proposal.file_id AND stored_file.organ_id = proposal.organ_id
    JOIN person AS proposer ON proposer.id = proposal.proposed_by
    LEFT JOIN person AS decider ON decider.id = proposal.decided_by`;

/** Who looks: their own organ, and what lies below where they supervise. */
type Sight = { readonly organId: string; readonly seesBelow: boolean };

function inSight({ organId, seesBelow }: Sight): Parameters {
  const parameters = new Parameters();
  parameters.add(organId);
  parameters.add(seesBelow);
  return parameters;
}

/** Those that are told: all that wait, and the last of the others. */
const MOST = 200;

export function readProposals(sight: Sight): Statement {
  const parameters = inSight(sight);
  return {
    text: `${SELECT} WHERE ${organInSight(1, 2)}
            ORDER BY proposal.state <> 'waiting', CASE WHEN proposal.state = 'waiting' THEN proposal.proposed_at END, proposal.decided_at DESC, proposal.id
            LIMIT ${String(MOST)}`,
    values: parameters.values,
  };
}

export function readProposal(sight: Sight, id: string): Statement {
  const parameters = inSight(sight);
  return {
    text: `${SELECT} WHERE ${organInSight(1, 2)} AND proposal.id = ${parameters.add(asUuid(id))}`,
    values: parameters.values,
  };
}

/** Locked: of two who decide, one comes first. */
export function lockProposal(sight: Sight, id: string): Statement {
  const { text, values } = readProposal(sight, id);
  return { text: `${text} FOR UPDATE OF proposal`, values };
}

type Begun = {
  readonly id: string;
  readonly organId: string;
  readonly entryId: string | null;
  readonly by: string;
  readonly at: Date;
};

/** No row where another one waits with the same number. */
export const proposalBegun = (content: Proposed, looked: Looked, { id, organId, entryId, by, at }: Begun): Statement => ({
  text: `
    INSERT INTO entry_proposal (id, organ_id, entry_id, index_number, content, file_id, file_name, hash, read, total, wordless, findings,
                                proposed_by, proposed_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
    ON CONFLICT (organ_id, index_number) WHERE state = 'waiting' DO NOTHING RETURNING id`,
  values: [
    ...[id, organId, entryId, content.indexNumber, json(content), content.fileId, content.fileName],
    ...[hashOf(content, entryId), looked.read, looked.total, [...looked.wordless], json(looked.findings), by, at],
  ],
});

export const proposalRead = (id: string, { read, total, wordless, findings }: Looked): Statement => ({
  text: `UPDATE entry_proposal SET read = $2, total = $3, wordless = $4, findings = $5 WHERE id = $1 AND state = 'waiting'`,
  values: [id, read, total, [...wordless], json(findings)],
});

type Decided = {
  readonly state: 'confirmed' | 'returned';
  readonly by: string;
  readonly at: Date;
  readonly reason: string | null;
};

export const proposalDecided = (id: string, { state, by, at, reason }: Decided): Statement => ({
  text: 'UPDATE entry_proposal SET state = $2, decided_by = $3, decided_at = $4, reason = $5 WHERE id = $1',
  values: [id, state, by, at, reason],
});

/** An entry of the organ has the number, or a draft of one. */
export const readNumberTaken = (indexNumber: string, organId: string): Statement => ({
  text: `
    SELECT 1 FROM disclosure WHERE organ_id = $2 AND index_number = $1
    UNION ALL SELECT 1 FROM publication_draft WHERE organ_id = $2 AND index_number = $1 AND state <> 'dropped'`,
  values: [indexNumber, organId],
});
