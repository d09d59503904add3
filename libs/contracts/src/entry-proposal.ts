import { z } from 'zod';
import { Day } from './day.js';
import { DisclosureKind, NewCatalogueEntry } from './disclosures.js';
import { keptText } from './kept-text.js';
import { PersonalFinding } from './publication-draft.js';
import { OrganView } from './session.js';
import { PersonRef } from './views.js';

/** An entry with a file, which a second person looks at before it is public (REG 17). */
export const NewEntryProposal = NewCatalogueEntry.extend({ fileId: keptText(64) }).meta({ id: 'NewEntryProposal' });
export type NewEntryProposal = z.infer<typeof NewEntryProposal>;

export const ENTRY_PROPOSAL_STATES = ['waiting', 'confirmed', 'returned'] as const;
const MOVES = ['read', 'confirm', 'return'] as const;

/** An entry, or a file for one that is public, on its way into the catalogue: what of it, what was found in it, who has looked at it. */
export const EntryProposal = z
  .strictObject({
    id: z.string(),
    state: z.enum(ENTRY_PROPOSAL_STATES),
    /** The entry that is public and gets this file; null where it is a new one. */
    entryId: z.string().nullable(),
    organ: OrganView.pick({ code: true, name: true }),
    indexNumber: z.string(),
    title: z.string(),
    summary: z.string(),
    kind: DisclosureKind.pick({ code: true, name: true }),
    madeOn: Day.nullable(),
    publishedOn: Day,
    url: z.string().nullable(),
    file: z.strictObject({ id: z.string(), name: z.string(), mime: z.string() }),
    /** How far it was looked through; a total of 0: nothing can be read on it, and only an eye finds a name. */
    read: z.strictObject({ pages: z.int(), total: z.int().nullable() }),
    wordless: z.array(z.int()),
    /** Whoever proposes is told only of what keeps it from being public. */
    findings: z.array(PersonalFinding),
    /** SHA-256 of everything that becomes public, the bytes of the file among it. */
    hash: z.string(),
    proposed: z.strictObject({ by: PersonRef, at: z.string() }),
    decided: z.strictObject({ by: PersonRef, at: z.string(), reason: z.string().nullable() }).nullable(),
    may: z.array(z.enum(MOVES)),
  })
  .meta({ id: 'EntryProposal' });
export type EntryProposal = z.infer<typeof EntryProposal>;

/** Those that wait, the oldest first; and of the others the last ones. */
export const EntryProposalList = z.strictObject({ items: z.array(EntryProposal) }).meta({ id: 'EntryProposalList' });
export type EntryProposalList = z.infer<typeof EntryProposalList>;

/** Read on; confirmed as exactly that; or given back. */
export const EntryProposalMove = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('read') }),
    z.strictObject({ move: z.literal('confirm'), hash: z.string().regex(/^[0-9a-f]{64}$/) }),
    z.strictObject({ move: z.literal('return'), reason: keptText(500) }),
  ])
  .meta({ id: 'EntryProposalMove' });
export type EntryProposalMove = z.infer<typeof EntryProposalMove>;
