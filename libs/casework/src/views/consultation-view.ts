import type { PartyContact } from '@gongkai/contracts';
import { consultedUntil, givenOutOver, type CaseConsultation, type CaseFile } from '@gongkai/lifecycle';
import type { Reckoned } from '../desk/columns.js';

/** A letter that asked somebody, with what became of it. */
export function consultationView(
  { lapsedOn: _, answeredBy: _by, setAside, ...consultation }: CaseConsultation,
  reckoned: Reckoned,
  contact: PartyContact | undefined,
): object {
  const { now, ledger } = reckoned;
  const deadline = ledger.consultations.find(({ id }) => id === consultation.id);
  const closedOn = deadline ? consultedUntil(deadline) : null;
  return {
    ...consultation,
    contact,
    setAside: setAside.flatMap(({ itemIds }) => itemIds),
    givenOutOver: givenOutOver(consultation.id, now.file, ledger),
    answerDue: deadline?.answerDue ?? null,
    provisionalAnswerDue: deadline?.provisionalAnswerDue,
    closedOn,
    isAwaited: closedOn === null && isStillAsked(consultation, reckoned),
    isHeeded: isHeeded(consultation, now.file),
  };
}

/** Whether an answer to a letter would still be heard: not once its items are gone, in a later round, or when the case was answered or ended. */
export function isStillAsked(
  { answeredOn, elsewhereFrom, round: asked }: Asked,
  { now: { file }, standing }: Pick<Reckoned, 'now' | 'standing'>,
): boolean {
  const isOver = asked !== file.round.number || file.round.reply.dispatchedOn !== null || standing.outcome !== null;
  return answeredOn === null && elsewhereFrom === null && !isOver;
}

type Asked = Pick<CaseConsultation, 'answeredOn' | 'elsewhereFrom' | 'round'>;

/** Whether a letter says something of the reply: not once its items are gone, nor from an earlier round if nobody answered it. */
export const isHeeded = (
  { answeredOn, elsewhereFrom, round: asked }: Asked,
  { round }: { readonly round: Pick<CaseFile['round'], 'number'> },
): boolean => elsewhereFrom === null && (asked === round.number || answeredOn !== null);
