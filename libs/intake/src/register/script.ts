import type { LocalDate } from '@gongkai/calendar';
import {
  isElectronic,
  type Command,
  type NewApplication,
  type NoticeKind,
  type ReceiptWithEvidence,
  type RegisterColumn,
} from '@gongkai/contracts';
import { isReleased, type CaseCommand } from '@gongkai/lifecycle';
import type { Grounds } from '@gongkai/statutes';
import type { RegisterEntry } from './read-entry.js';

/** What a step is about, as the case has it by then. */
export type Subjects = {
  readonly item: string;
  readonly notice: (kind: NoticeKind) => string | undefined;
};

/** A step of an application that was handled on paper. */
export type Step = {
  readonly on: LocalDate;
  /** Who takes it: no one approves what they drafted, and periods end by themselves. */
  readonly by: 'desk' | 'head' | 'clock';
  /** The column that tells it. */
  readonly column: RegisterColumn;
  /** The case is imported without it where the law does not know it so; the journal tells what the register says. */
  readonly soft?: true;
  /** Null where what it is about was never made. */
  readonly make: (subjects: Subjects) => CaseCommand | null;
};

export type Script = { readonly openedOn: LocalDate; readonly body: NewApplication; readonly steps: readonly Step[] };

const UNKNOWN = '旧登记簿未载';

/** Who goes on with an application that is still open, from what day on. */
export type Successor = { readonly id: string; readonly from: LocalDate };

/** What was done with an application, as far as its register tells, in the order of its days. */
export function scriptOf(entry: RegisterEntry, grounds: Grounds, successor?: Successor): Script {
  const { receivedOn } = entry.days;
  const steps: Step[] = [
    plain({ on: receivedOn, by: 'desk', column: 'receivedOn' }, { type: 'accept' }),
    ...correctionOf(entry),
    ...extensionOf(entry),
    ...endOf(entry, grounds),
    ...handedOn(entry, successor),
  ];
  return { openedOn: receivedOn, body: bodyOf(entry), steps: steps.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)) };
}

const plain = (step: Omit<Step, 'make'>, command: CaseCommand): Step => ({ ...step, make: () => command });

function bodyOf({ channel, days: { receivedOn }, applicant, content, mode }: RegisterEntry): NewApplication {
  return {
    receipt: receiptOf(channel, receivedOn),
    applicant,
    items: [{ description: content }],
    wantedForm: isElectronic(mode) ? 'electronic' : 'paper',
    delivery: isElectronic(mode) ? mode : mode === 'in_person' ? 'pick_up' : 'post',
  };
}

/** A register knows one day: that of receipt. */
function receiptOf(channel: RegisterEntry['channel'], on: LocalDate): ReceiptWithEvidence {
  if (channel === 'in_person') return { channel, submittedOn: on };
  if (channel === 'ems' || channel === 'registered_mail') return { channel, signedOn: on };
  return channel === 'ordinary_mail'
    ? { channel, arrivedOn: on, confirmedOn: on }
    : { channel, submittedOn: on, confirmedOn: on };
}

/** Where only the correction itself is told, its notice was served on the day it was sent: so it is told in the journal as well. */
function correctionOf({ days: { correctionSentOn: sent, correctionServedOn, correctedOn } }: RegisterEntry): Step[] {
  if (sent === undefined) return [];
  const served = correctionServedOn ?? (correctedOn === undefined ? undefined : sent);
  const soft = { by: 'desk', soft: true } as const;
  const make: Step['make'] = ({ notice }) => {
    const noticeId = notice('correction');
    return noticeId === undefined || served === undefined
      ? null
      : { type: 'recordService', noticeId, on: served, how: correctionServedOn === undefined ? UNKNOWN : '旧登记簿所载' };
  };
  return [
    plain(
      { ...soft, on: sent, column: 'correctionSentOn' },
      { type: 'sendCorrectionNotice', missing: UNKNOWN, dispatchedOn: sent },
    ),
    ...(served === undefined ? [] : [{ ...soft, on: served, column: 'correctionServedOn', make } as const]),
    ...(correctedOn === undefined
      ? []
      : [plain({ ...soft, on: correctedOn, column: 'correctedOn' }, { type: 'receiveCorrection', on: correctedOn })]),
  ];
}

function extensionOf({ days: { extendedOn: on }, extensionDays: workingDays }: RegisterEntry): Step[] {
  if (on === undefined) return [];
  const step = { on, column: 'extendedOn', soft: true } as const;
  return [
    plain({ ...step, by: 'desk' }, { type: 'proposeExtension', workingDays, reason: UNKNOWN }),
    plain({ ...step, by: 'head' }, { type: 'approveExtension', dispatchedOn: on }),
  ];
}

function handedOn({ outcome }: RegisterEntry, successor: Successor | undefined): Step[] {
  if (outcome !== undefined || successor === undefined) return [];
  const step = { on: successor.from, by: 'desk', column: 'handler', soft: true } as const;
  return [plain(step, { type: 'assign', assignee: successor.id })];
}

function endOf(entry: RegisterEntry, grounds: Grounds): Step[] {
  const { outcome, days } = entry;
  if (outcome === undefined) return [];
  const ended = { on: days.endedOn ?? days.receivedOn, by: 'desk', column: 'endedOn' } as const;
  if (outcome === 'withdrawn') return [plain(ended, { type: 'withdraw', on: ended.on, how: UNKNOWN })];
  if (outcome === 'abandoned_correction')
    return [
      plain({ ...ended, by: 'clock', soft: true }, { type: 'endCorrectionPeriod' }),
      plain(ended, { type: 'closeAbandoned', cause: 'correction', unproven: UNKNOWN }),
    ];
  return days.repliedOn === undefined ? [] : replyOf(entry, { code: outcome, on: days.repliedOn }, grounds);
}

type Decided = { readonly code: Extract<Command, { type: 'decideItem' }>['code']; readonly on: LocalDate };

function replyOf(entry: RegisterEntry, decided: Decided, grounds: Grounds): Step[] {
  const { code, on } = decided;
  const step = { on, by: 'desk', column: 'repliedOn' } as const;
  const head = { ...step, by: 'head' } as const;
  const details = { on, reasons: entry.reasons ?? UNKNOWN, ...detailsOf(entry, decided, grounds) };
  return [
    plain(step, { type: 'recordSearch', where: UNKNOWN, words: UNKNOWN, result: UNKNOWN }),
    // Nobody was answered so without being asked for reasons, which were found not to bear it (REG 35).
    ...(code === 'excessive_no_reason'
      ? [
          plain(step, { type: 'askReasons', reason: UNKNOWN, dispatchedOn: on }),
          plain(head, { type: 'rejectReasons', answer: UNKNOWN, reason: UNKNOWN }),
        ]
      : []),
    { ...step, column: 'outcome', make: ({ item: itemId }) => ({ type: 'decideItem', itemId, code, ...details }) },
    ...(isReleased({ code }) ? reviewOf(on) : []),
    plain(step, { type: 'submitForApproval' }),
    plain(head, { type: 'approve', on }),
    plain(head, { type: 'signReply', on }),
    plain({ ...step, column: 'dispatchMode' }, { type: 'dispatch', dispatchedOn: on, mode: entry.mode, ...PROOF_OF[entry.mode] }),
    ...serviceOf(entry, on),
  ];
}

function detailsOf({ ground }: RegisterEntry, { code }: Decided, { grounds }: Grounds) {
  if (ground !== undefined && (code === 'refused' || code === 'partly_granted'))
    return {
      ...{ ground, article: grounds[ground].article, facts: UNKNOWN, harm: UNKNOWN, severability: UNKNOWN },
      ...(ground === 'third_party_rights' ? { unasked: UNKNOWN } : {}),
    };
  if (code === 'special_rule') return { article: 'REG 36(7)' };
  // Which reply it was, a register does not tell: only here it may be left open.
  if (code === 'repeated') return { earlierReply: UNKNOWN };
  return ELSEWHERE.has(code) ? { otherOrgan: `${UNKNOWN}，无法确定` } : {};
}

/** Answers that tell where it can be had. */
const ELSEWHERE: ReadonlySet<string> = new Set(['not_this_organ', 'already_public', 'publication']);

/** What it was that was looked at, a register does not tell. */
const UNNAMED = { original: UNKNOWN, originalPages: UNKNOWN, originalPlace: UNKNOWN } as const;

/** What was given out had been reviewed (REG 17): by whom, a register does not tell. */
const reviewOf = (on: LocalDate): Step[] => [
  { on, by: 'desk', column: 'repliedOn', make: ({ item: itemId }) => ({ type: 'submitReview', itemId, ...UNNAMED }) },
  { on, by: 'head', column: 'repliedOn', make: ({ item: itemId }) => ({ type: 'passReview', itemId, on }) },
];

/** It had its number, or somebody signed for it, handed it over or saw that it was left there; what or who, a register does not tell (G235; CPL 87 to 89). */
const PROOF_OF: Readonly<Partial<Record<RegisterEntry['mode'], object>>> = {
  ems: { trackingNumber: UNKNOWN },
  registered_mail: { trackingNumber: UNKNOWN },
  in_person: { signedBy: UNKNOWN },
  other_organ: { throughOrgan: UNKNOWN },
  left_at_address: { witness: UNKNOWN },
};

/** What is handed over is served with it. */
const AT_ONCE: ReadonlySet<string> = new Set(['in_person', 'left_at_address']);

function serviceOf({ mode, days: { servedOn } }: RegisterEntry, repliedOn: LocalDate): Step[] {
  if (AT_ONCE.has(mode)) return [];
  const on = servedOn ?? repliedOn;
  const how = servedOn === undefined ? `${UNKNOWN}送达日期，以答复日期计` : '旧登记簿所载';
  return [plain({ on, by: 'desk', column: 'servedOn' }, { type: 'recordService', noticeId: 'reply', on, how })];
}
