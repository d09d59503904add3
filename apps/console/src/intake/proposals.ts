import type { ReadField, ReadingView, ReadProposal } from '@gongkai/contracts';
import { EMPTY_ITEM, ID_TYPES, type Draft } from './draft.js';

/** What was read, with the file it stands in and the name of the field it is for. */
export type Proposal = ReadProposal & { readonly fileId: string; readonly name: string };

/** What was read of a file; undefined while it is asked for. */
export type FileReading = { readonly fileId: string; readonly reading: ReadingView | undefined };

const NAMES: Readonly<Record<Exclude<ReadField, 'item'>, string>> = {
  name: 'name',
  idNumber: 'idNumber',
  creditCode: 'idNumber',
  phone: 'phone',
  address: 'address',
};

/** What is proposed for each field: of several files, what the first one says. Items stay together. */
export function proposalsOf(files: readonly FileReading[]): readonly Proposal[] {
  const found = new Map<string, Proposal>();
  for (const file of files) {
    const hasItems = found.has(nameOfItem(0));
    for (const proposal of namedIn(file))
      if (!found.has(proposal.name) && !(hasItems && proposal.field === 'item')) found.set(proposal.name, proposal);
  }
  return [...found.values()];
}

function namedIn({ fileId, reading }: FileReading): Proposal[] {
  let items = 0;
  const nameOf = (field: ReadField): string => (field === 'item' ? nameOfItem(items++) : NAMES[field]);
  return (reading?.proposals ?? []).map((proposal) => ({ ...proposal, fileId, name: nameOf(proposal.field) }));
}

const nameOfItem = (place: number): string => `items.${String(place)}.description`;
const placeOfItem = (name: string): number => Number(/^items\.(\d+)\./.exec(name)?.[1] ?? -1);

/** What stands in the field that a proposal is for; undefined where the form has no such field yet. */
export function standing(draft: Draft, { field, name }: Proposal): string | undefined {
  if (field === 'item') return draft.items[placeOfItem(name)]?.description;
  return draft[field === 'creditCode' ? 'idNumber' : field];
}

/** Whether nothing was typed where it belongs. */
export const isFree = (draft: Draft, proposal: Proposal): boolean => (standing(draft, proposal) ?? '').trim() === '';

/** The letter with what was read, wherever nothing was typed. Of items those too that the form has no field for yet. */
export function withProposals(draft: Draft, proposals: readonly Proposal[]): Partial<Draft> {
  const free = proposals.filter((proposal) => isFree(draft, proposal));
  const texts = free.flatMap((proposal) => (proposal.field === 'item' ? [] : [textOf(proposal)]));
  const items = free.filter(({ field }) => field === 'item');
  const change = texts.reduce<Partial<Draft>>((all, one) => ({ ...all, ...one }), {});
  return items.length === 0 ? change : { ...change, items: withItems(draft.items, items) };
}

function textOf({ field, value }: Proposal): Partial<Draft> {
  if (field === 'creditCode') {
    const [idType] = ID_TYPES.legal_person_or_other;
    return { kind: 'legal_person_or_other', idType: idType ?? '', idNumber: value };
  }
  return { [field]: value };
}

function withItems(items: Draft['items'], read: readonly Proposal[]): Draft['items'] {
  const next = [...items];
  for (const { name, value } of read) {
    const item = next[placeOfItem(name)];
    if (item !== undefined) next[placeOfItem(name)] = { ...item, description: value };
    else next.push({ id: 1 + Math.max(0, ...next.map(({ id }) => id)), ...EMPTY_ITEM, description: value });
  }
  return next;
}
