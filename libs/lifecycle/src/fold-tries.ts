import type { LocalDate } from '@gongkai/calendar';
import type { NoticeKind } from '@gongkai/contracts';
import type { Attempt, CaseFile, CaseNotice } from './case-file.js';
import type { FactOf, Way } from './facts.js';
import { handsOf, type Hands } from './postal.js';

export type Sent = Way & {
  readonly noticeId: string;
  readonly number?: string | undefined;
  readonly dispatchedOn: LocalDate | null;
};

/** The case with one more outgoing document. */
export function withNotice(file: CaseFile, kind: NoticeKind, sent: Sent, today: LocalDate): CaseFile {
  const { noticeId: id, number = null, dispatchedOn, mode, trackingNumber, ...by } = sent;
  // The files of the step are the letter itself, and prove nothing of its way.
  const attempts = dispatchedOn === null ? [] : [attemptOf({ dispatchedOn, mode, trackingNumber, ...handsOf(by) })];
  const made: CaseNotice = {
    id,
    kind,
    number,
    round: file.round.number,
    madeOn: today,
    dispatchedOn,
    servedOn: null,
    mode: mode ?? null,
    attempts,
    proofs: [],
    stamped: [],
  };
  return { ...file, notices: [...file.notices, made] };
}

/** The case with some of a document's days filled in. */
export function updateNotice(file: CaseFile, id: string, change: Partial<CaseNotice>): CaseFile {
  return { ...file, notices: file.notices.map((notice) => (notice.id === id ? { ...notice, ...change } : notice)) };
}

type Try = Hands & {
  readonly dispatchedOn: LocalDate;
  readonly mode?: Attempt['mode'] | undefined;
  readonly trackingNumber?: string | undefined;
  readonly publishedIn?: string | undefined;
  readonly fileIds?: readonly string[] | undefined;
};

const attemptOf = ({ dispatchedOn: on, mode = null, ...by }: Try): Attempt => ({
  ...{ on, mode, trackingNumber: by.trackingNumber ?? null },
  ...{ signedBy: by.signedBy ?? null, throughOrgan: by.throughOrgan ?? null, witness: by.witness ?? null },
  ...{ publishedIn: by.publishedIn ?? null, cameBackOn: null, cameBackFor: null, untraceable: false },
  ...marksOf(by),
});

/** What only some tries have. */
const marksOf = ({ otherAddress, addressFrom, fileIds = [] }: Omit<Try, 'dispatchedOn'>): Partial<Attempt> => ({
  ...(otherAddress === true ? { otherAddress } : {}),
  ...(addressFrom === undefined ? {} : { addressFrom }),
  ...(fileIds.length > 0 ? { shown: true } : {}),
});

type CameBack = Pick<FactOf<'NOTICE_RETURNED'>, 'on' | 'reason' | 'untraceable' | 'sought' | 'fileIds'>;

/** What a return leaves with the last try. */
export const cameBackFor = ({ on, reason, untraceable = false, sought, fileIds = [] }: CameBack): Partial<Attempt> => ({
  ...{ cameBackOn: on, cameBackFor: reason, untraceable },
  ...(sought === undefined ? {} : { sought }),
  ...(fileIds.length === 0 ? {} : { backShown: true }),
});

/** The case with one more try to deliver a document; the day it first left stays. */
export function tried(file: CaseFile, id: string, by: Try): CaseFile {
  return changeNotice(file, id, (notice) => {
    const attempt = attemptOf(by);
    return {
      dispatchedOn: notice.dispatchedOn ?? by.dispatchedOn,
      mode: attempt.mode === 'public_notice' ? notice.mode : attempt.mode,
      attempts: [...notice.attempts, attempt],
      proofs: [...notice.proofs, ...(by.fileIds ?? [])],
    };
  });
}

/** The case with something added to the last try to deliver a document. */
export const lastTry = (file: CaseFile, id: string, change: Partial<Attempt>, fileIds: readonly string[] = []): CaseFile =>
  changeNotice(file, id, (notice) => toldOf(notice, notice.attempts.length - 1, { change, fileIds }));

/** The case with what proves that a document arrived. */
export const arrived = (file: CaseFile, id: string, fileIds: readonly string[] = []): CaseFile =>
  lastTry(file, id, fileIds.length > 0 ? { shown: true } : {}, fileIds);

/** What is said later adds to what was known of one try: that which left on the day named, else the last. A file for one that came back shows that. */
export function proofAdded(file: CaseFile, { noticeId, fileIds = [], ...said }: FactOf<'PROOF_ADDED'>): CaseFile {
  const { type: _type, carrier: _carrier, agreedTo: _agreedTo, agreedOn: _agreedOn, sentOn, otherAddress, ...known } = said;
  const told = Object.fromEntries(Object.entries(known).filter(([, value]) => typeof value === 'string'));
  return changeNotice(file, noticeId, (notice) => {
    const i = notice.attempts.findLastIndex(({ on }) => sentOn === undefined || on === sentOn);
    const isBack = fileIds.length > 0 && (notice.attempts[i]?.cameBackOn ?? null) !== null;
    const shown = fileIds.length > 0 ? ({ shown: true } as const) : {};
    const marks = { ...(otherAddress === true ? { otherAddress } : {}), ...(isBack ? ({ backShown: true } as const) : shown) };
    return toldOf(notice, i, { change: { ...told, ...marks }, fileIds });
  });
}

type Told = { readonly change: Partial<Attempt>; readonly fileIds: readonly string[] };

function toldOf({ attempts, proofs, mode }: CaseNotice, at: number, { change, fileIds }: Told): Partial<CaseNotice> {
  const known = attempts[at];
  if (known === undefined) return {};
  const attempt = { ...known, ...change };
  const isLast = at === attempts.length - 1;
  return {
    mode: !isLast || attempt.mode === 'public_notice' ? mode : attempt.mode,
    attempts: attempts.with(at, attempt),
    proofs: [...proofs, ...fileIds],
  };
}

export const changeNotice = (file: CaseFile, id: string, change: (notice: CaseNotice) => Partial<CaseNotice>): CaseFile => ({
  ...file,
  notices: file.notices.map((notice) => (notice.id === id ? { ...notice, ...change(notice) } : notice)),
});
