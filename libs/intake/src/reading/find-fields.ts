import type { PageBox, ReadField, ReadProposal } from '@gongkai/contracts';
import type { PageText } from '@gongkai/platform';
import { afterLabel, CELL, goesOn, itemsFrom, type LabelledRow } from './items.js';
import { labelsIn, type Label, type Labelled } from './labels.js';
import { rowsOf, type Sign } from './rows.js';
import { addressIn, creditCodeIn, nameIn, phoneIn, residentIdIn } from './values.js';

/** A page that was read. */
export type ReadPage = Pick<PageText, 'lines' | 'ratio'> & { readonly number: number };

/** Heights of a row that no name has inside. */
const BEYOND = 4;

/**
 * What a form says, by its labels. What does not have the form of its field is left out, and so is a number whose check digit is wrong.
 * Of each field there is one proposal, the first; items there are as many as there are.
 */
export function findFields(pages: readonly ReadPage[]): ReadProposal[] {
  const found = pages.flatMap(fieldsOf).filter(isSure);
  const firsts = new Map<ReadField, ReadProposal>();
  for (const proposal of found) if (!firsts.has(proposal.field)) firsts.set(proposal.field, proposal);
  const { page } = firsts.get('item') ?? { page: 0 };
  return found.filter((each) => (each.field === 'item' ? each.page === page : firsts.get(each.field) === each));
}

/**
 * From how sure a reader has to be that a proposal is shown at all. Numbers have a check digit that says whether they were read right. The
 * others were measured by `test/load/ocr.mjs`.
 */
const LEAST: Readonly<Record<ReadField, number>> = {
  name: 0.97,
  idNumber: 0,
  creditCode: 0,
  phone: 0.9,
  address: 0.97,
  item: 0.95,
};

const isSure = ({ field, confidence }: ReadProposal): boolean => confidence >= LEAST[field];

function fieldsOf({ number, ...page }: ReadPage): ReadProposal[] {
  const rows = rowsOf(page).map((row) => ({ ...row, labels: labelsIn(row.text, (at) => (row.signs[at]?.gap ?? 0) >= CELL) }));
  const items = rows.findIndex(({ labels }) => labels.some(({ leads }) => leads === 'items'));
  const label = rows[items]?.labels.find(({ leads }) => leads === 'items');
  return [
    ...rows.flatMap((row, at) => row.labels.flatMap((each) => proposals(READERS[each.leads]?.(rows, at, each), number))),
    ...(label === undefined ? [] : itemProposals(itemsFrom(rows, items, label), number)),
  ];
}

type Found = { readonly field: ReadField; readonly value: string; readonly signs: readonly Sign[] } | undefined;
type FieldReader = (rows: readonly LabelledRow[], at: number, label: Label) => Found;

const reader =
  (field: ReadField, read: (text: string) => string | undefined, signsOf: FieldSigns): FieldReader =>
  (rows, at, label) => {
    const signs = signsOf(rows, at, label);
    const value = read(textOf(signs));
    return value === undefined ? undefined : { field, value, signs };
  };

type FieldSigns = (rows: readonly LabelledRow[], at: number, label: Label) => Sign[];

const besideLabel: FieldSigns = (rows, at, label) => {
  const row = rows[at];
  return row === undefined ? [] : afterLabel(row, label);
};

/** As far as the next wide gap. */
const oneCell: FieldSigns = (rows, at, label) => {
  const signs = besideLabel(rows, at, label);
  const end = signs.findIndex(({ gap }, i) => i > 0 && gap > BEYOND);
  return signs.slice(0, end < 0 ? undefined : end);
};

/** With the line below, where that goes on in the same column. */
const twoLines: FieldSigns = (rows, at, label) => {
  const signs = besideLabel(rows, at, label);
  const [row, next, first] = [rows[at], rows[at + 1], signs[0]];
  return first !== undefined && goesOn(row, next, first.box.left) ? [...signs, ...(next?.signs ?? [])] : signs;
};

const READERS: Readonly<Partial<Record<Labelled, FieldReader>>> = {
  name: reader('name', nameIn, oneCell),
  idNumber: (rows, at, label) =>
    reader('idNumber', residentIdIn, besideLabel)(rows, at, label) ??
    reader('creditCode', creditCodeIn, besideLabel)(rows, at, label),
  creditCode: reader('creditCode', creditCodeIn, besideLabel),
  phone: reader('phone', phoneIn, besideLabel),
  address: reader('address', addressIn, twoLines),
};

const proposals = (found: Found, page: number): ReadProposal[] =>
  found === undefined
    ? []
    : [{ field: found.field, value: found.value, confidence: sureness(found.signs), page, box: around(found.signs) }];

/** Shorter is no description. */
const SHORTEST = 4;

const itemProposals = (items: readonly (readonly Sign[])[], page: number): ReadProposal[] =>
  items.flatMap((signs) => {
    const value = textOf(signs).replace(/[;,、]+$/u, '');
    return value.length < SHORTEST ? [] : proposals({ field: 'item', value, signs }, page);
  });

const textOf = (signs: readonly Sign[]): string => signs.map(({ text }) => text).join('');

/** As sure as of the sign that is least sure: one that is wrong makes the value wrong. */
const sureness = (signs: readonly Sign[]): number => Math.max(0, Math.min(1, ...signs.map(({ confidence }) => confidence)));

/** The box around signs, within the page. */
function around(signs: readonly Sign[]): PageBox {
  const within = (share: number): number => Math.round(Math.max(0, Math.min(1, share)) * 10_000) / 10_000;
  const left = within(Math.min(...signs.map(({ box }) => box.left)));
  const top = within(Math.min(...signs.map(({ box }) => box.top)));
  const right = within(Math.max(...signs.map(({ box }) => box.left + box.width)));
  const bottom = within(Math.max(...signs.map(({ box }) => box.top + box.height)));
  return { left, top, width: within(right - left), height: within(bottom - top) };
}
