import type { CaseView, CommandType } from '@gongkai/contracts';
import { byItsWay, CONSENT } from './step-delivery.js';
import type { StepField } from './step-model.js';
import { UNSENT, type StepValues } from './step-values.js';

type Sight = { readonly values: StepValues; readonly mailsLetters?: boolean | undefined } & Pick<
  CaseView,
  'notices' | 'delivery'
>;

const ASKS: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['askThirdParty', 'askJointProducer', 'askOtherOrgan', 'askSecrecyAuthority'] as const),
]);
/** Steps that make a letter which may leave with them. */
const MAKES: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(['sendCorrectionNotice', 'approveExtension', 'askReasons', 'setDelay', 'sendFeeNotice', 'liftFee'] as const),
  ...ASKS,
]);

const OF_WAY: ReadonlySet<string> = new Set([
  ...['mode', 'trackingNumber', 'carrier', 'signedBy', 'throughOrgan', 'witness', 'addressFrom', 'sentElsewhere'],
  ...CONSENT,
]);

/** Steps by which a letter leaves for the applicant. */
export const sendsToApplicant = (type: CommandType): boolean =>
  type === 'dispatch' || type === 'dispatchNotice' || (MAKES.has(type) && !ASKS.has(type));

/**
 * How the fields are shown by which a letter tells its way with the step that makes it; undefined for every other field. The way may be left
 * open and told later; what proves it is asked for once it is chosen, and nothing of it where the letter does not leave yet.
 */
export function leavingAtOnce(
  type: CommandType,
  { name }: StepField,
): ((field: StepField, sight: Sight) => StepField | null) | undefined {
  if (!MAKES.has(type) || !OF_WAY.has(name)) return undefined;
  return (field, { values, ...sight }) => {
    if (values.dispatchedOn === UNSENT) return null;
    if (name === 'mode') return field;
    // The files of the step are the letter itself, and prove nothing.
    const shown = values.mode === undefined ? null : byItsWay(field, { ...sight, values: { ...values, fileIds: [] } });
    return shown !== null && ASKS.has(type) && CONSENT.has(name) ? field : shown;
  };
}
