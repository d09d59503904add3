import type { CommandType } from '@gongkai/contracts';
import type { CaseCommand } from '@gongkai/lifecycle';
import type { OpenTransaction } from '@gongkai/platform';
import { consider, type Matter } from './consider.js';
import type { PaperMaker, PaperMatter } from './paper-matter.js';
import { journalFactsOf, readJournal } from './stored-case.js';
import { readNamedFiles } from './subjects.js';
import { contactIn } from './party-contact.js';
import { headOf } from './view-now.js';

/** What the paper of a step tells. @throws Refusal where the step cannot be taken */
export async function paperMatter(matter: Matter, transaction: OpenTransaction): Promise<PaperMatter> {
  const { stored, sealer, envelope, moment } = matter;
  const { decision, reckoned } = consider(matter);
  const journal = journalFactsOf(await transaction.read(readJournal(stored.row.id)));
  const head = headOf(stored, sealer);
  const actorId = envelope.actor === 'clock' ? 'clock' : envelope.actor.id;
  return {
    organId: stored.row.organ_id,
    head: { ...head, contacts: { ...head.contacts, ...contactIn({ command: envelope.command, fact: decision.fact }) } },
    reckoned,
    journal: [...journal, { id: envelope.id, actorId, today: moment.today, fact: decision.fact }],
  };
}

/** The same step with its paper: a step that is refused has none, and what was made is named like a paper somebody handed in. */
export async function withPaper(matter: Matter, transaction: OpenTransaction, makePaper: PaperMaker): Promise<Matter> {
  const { envelope, stored } = matter;
  const made = await makePaper(await paperMatter(matter, transaction));
  if (made.length === 0) return { ...matter, made };
  const command = naming(envelope.command, made);
  const files = readNamedFiles(command, stored.row.id);
  return {
    ...matter,
    made,
    envelope: { ...envelope, command },
    files: files === null ? matter.files : await transaction.read(files),
  };
}

const naming = (command: CaseCommand, made: readonly string[]): CaseCommand => {
  const brought = 'fileIds' in command ? (command.fileIds ?? []) : [];
  return { ...command, fileIds: [...brought, ...made] } as Extract<CaseCommand, { type: CommandType }>;
};
