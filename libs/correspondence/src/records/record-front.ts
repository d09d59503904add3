import type { RecordFolder } from '@gongkai/casework';
import {
  optionTexts,
  RECORD_REMEDY_STEPS,
  stepTexts,
  type RecordCorrection,
  type RecordRemedyStep,
  type Text,
} from '@gongkai/contracts';
import type { Block, Paper } from '../content/paper.js';
import { filled } from '../content/places.js';
import { dayText } from '../values/days.js';
import type { RecordFrontSource } from './record-front-source.js';

type Day = RecordCorrection['receivedOn'];
type Fact = keyof RecordFrontSource['facts'];

/** Shares of a line. */
const FACTS = [6, 18];
const WIDTHS = {
  papers: [2, 12, 6.5, 3.5],
  remedies: [4, 5, 4, 6.5, 6.5, 3],
  appearing: [5, 6.5, 3.5, 5.5, 3.5, 3],
  course: [6.5, 6, 3.5, 8],
} as const;

/** The pages of each paper by its id, and the day on which it is drawn. */
type Drawing = { readonly pages: ReadonlyMap<string, string>; readonly day: Day };

/** What stands before its papers, as one sheet. */
export function recordFront(source: RecordFrontSource, folder: RecordFolder, { pages, day }: Drawing): Paper {
  const { item } = folder;
  const rows = {
    papers: papersIn(folder, pages),
    remedies: item.challenges.map((one) => remedyRow(one, source)),
    appearing: item.challenges.flatMap(appearingRows),
    course: item.history.map((deed) => [said(deed.on), stepName(deed.did, source), deed.by, deed.text ?? '']),
  };
  return {
    ...{ form: 'sheet', page: null, organ: item.organ.name['zh-CN'], title: source.title },
    number: filled(source.number, () => item.number),
    addressee: null,
    blocks: [
      { type: 'table', rows: factsOf(item, source), headed: false, widths: FACTS },
      ...(['papers', 'remedies', 'appearing', 'course'] as const).flatMap((name) =>
        tableOf(source[name], rows[name], WIDTHS[name]),
      ),
    ],
    ...{ attachments: [], sealed: null, contact: null, day, draft: false },
  };
}

type Rows = readonly (readonly string[])[];

/** A table with its heading; none where there is nothing in it. */
const tableOf = ({ heading, head }: RecordFrontSource['papers'], rows: Rows, widths: readonly number[]): readonly Block[] =>
  rows.length === 0
    ? []
    : [
        { type: 'heading', text: heading },
        { type: 'table', rows: [head, ...rows], headed: true, widths },
      ];

const said = (day: Day | null | undefined): string => dayText(day) ?? '';

/** What is known of it; what is not has no line. */
function factsOf(item: RecordCorrection, { facts, outcomes }: RecordFrontSource): Rows {
  const { organ, applicant, decision, notice, due } = item;
  const values: Readonly<Record<Fact, string | null | undefined>> = {
    organ: organ.name['zh-CN'],
    applicant: applicant.name,
    agent: applicant.agent,
    receivedOn: said(item.receivedOn),
    record: item.record,
    wrong: item.wrong,
    wanted: item.wanted,
    proof: item.proof,
    outcome: decision === null ? null : outcomes[decision.outcome],
    decision: decision?.text,
    number: notice?.number,
    sentOn: said(item.sentOn),
    servedOn: said(item.servedOn),
    due: said(due.on),
  };
  return (Object.keys(facts) as Fact[]).flatMap((name) => (values[name] ? [[facts[name], values[name]]] : []));
}

const papersIn = ({ item, papers }: RecordFolder, pages: ReadonlyMap<string, string>): Rows =>
  papers.map(({ id, name, entry }, i) => [String(i + 1), name, said(item.history[entry - 1]?.on), pages.get(id) ?? '']);

type Challenge = RecordCorrection['challenges'][number];
const RESULTS: Readonly<Partial<Record<string, Text>>> = optionTexts.result;

const remedyRow = (one: Challenge, { kinds }: RecordFrontSource): readonly string[] => [
  ...[kinds[one.kind], one.before ?? '', one.number ?? ''],
  ...[said(one.openedOn), said(one.answeredOn), RESULTS[one.result ?? '']?.['zh-CN'] ?? ''],
];

/** Who appears, without their telephones: those are no business of a court. */
const appearingRows = ({ appearing = [], before = '', hearing }: Challenge): Rows =>
  appearing.map(({ as, name, attorneyOnFile }) => [
    ...[before, said(hearing?.on), hearing?.place ?? ''],
    ...[optionTexts.as[as]['zh-CN'], name, attorneyOnFile === true ? '有' : ''],
  ]);

type Did = RecordCorrection['history'][number]['did'];

const REMEDY_STEPS: ReadonlySet<string> = new Set(RECORD_REMEDY_STEPS);
const isOfRemedy = (did: Did): did is RecordRemedyStep => REMEDY_STEPS.has(did);

const stepName = (did: Did, { steps }: RecordFrontSource): string => (isOfRemedy(did) ? stepTexts[did]['zh-CN'] : steps[did]);
