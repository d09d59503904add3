import type { LocalDate } from '@gongkai/calendar';
import { USUAL_ATTRIBUTE, type PublicAttribute } from '@gongkai/contracts';
import type { DayCheck } from './day-check.js';

/** What somebody said of the public attribute of a reply. */
export type AttributeSaid = {
  readonly attribute: PublicAttribute;
  readonly reason?: string | undefined;
  readonly by: string;
  /** In whose place, where it was not in their own. */
  readonly actingFor: string | null;
  readonly on: LocalDate;
};

/** By whoever drafted the reply, by its confidentiality reviewer, by who signed it; the last word of each. */
export type ReplyAttribute = {
  readonly proposed: AttributeSaid | null;
  readonly opined: AttributeSaid | null;
  readonly fixed: AttributeSaid | null;
};

export const NO_ATTRIBUTE: ReplyAttribute = { proposed: null, opined: null, fixed: null };

/** The fields of a step, and of the fact it becomes. */
export type Saying = { readonly attribute?: PublicAttribute | undefined; readonly attributeReason?: string | undefined };

/** What drafter and reviewer leave to be fixed; null where they differ, so that whoever signs has to choose. */
function attributeToFix({ proposed, opined }: ReplyAttribute): PublicAttribute | null {
  const drafted = proposed?.attribute ?? USUAL_ATTRIBUTE;
  return opined === null || opined.attribute === drafted ? drafted : null;
}

/** The attribute that stands; null while it is open. */
export const standingAttribute = (said: ReplyAttribute): PublicAttribute | null => said.fixed?.attribute ?? attributeToFix(said);

/**
 * What a step may say: not to be public at all has its ground, and so has what nobody before has said.
 * @param before what may be followed without giving a reason of one's own
 */
function checkAttribute({ attribute, attributeReason }: Saying, before: readonly Saying[], days: DayCheck): Saying {
  days.knows(attribute !== undefined || attributeReason === undefined, 'attribute', 'required');
  const followed = before.find((said) => said.attribute === attribute);
  const isOpen = attribute === 'not_public' ? followed?.attributeReason === undefined : followed === undefined;
  days.knows(attribute === undefined || attributeReason !== undefined || !isOpen, 'attributeReason', 'required');
  return { attribute, attributeReason };
}

const said = (one: AttributeSaid | null): readonly Saying[] =>
  one === null ? [] : [{ attribute: one.attribute, attributeReason: one.reason }];

/** A draft may be public or given on application as its drafter sees it. */
export const proposing = (fields: Saying, days: DayCheck): Saying =>
  checkAttribute(fields, [{ attribute: 'public' }, { attribute: 'on_application' }], days);

/** Whether another attribute, or another reason for it, is proposed than before. */
export const proposesAnew = ({ attribute, attributeReason }: Saying, { proposed }: ReplyAttribute): boolean =>
  attribute !== undefined &&
  (attribute !== (proposed?.attribute ?? USUAL_ATTRIBUTE) ||
    (attributeReason !== undefined && attributeReason !== proposed?.reason));

/** The reviewer follows the proposal, or says why not. */
export const opining = (fields: Saying, { proposed }: ReplyAttribute, days: DayCheck): Saying =>
  checkAttribute(fields, proposed === null ? [{ attribute: USUAL_ATTRIBUTE }] : said(proposed), days);

/** Whoever signs follows one of them, or says why neither; where they differ that is their choice to make. */
export function fixing(fields: Saying, before: ReplyAttribute, days: DayCheck): Saying {
  const open = attributeToFix(before);
  days.knows(fields.attribute !== undefined || open !== null, 'attribute', 'required');
  const drafted = before.proposed === null ? [{ attribute: USUAL_ATTRIBUTE }] : said(before.proposed);
  const checked = checkAttribute(fields, [...drafted, ...said(before.opined)], days);
  return checked.attribute === undefined ? { ...(open === null ? {} : { attribute: open }) } : checked;
}

type Speaker = Omit<AttributeSaid, 'attribute' | 'reason'>;

/** The attribute after somebody spoke; who says nothing changes nothing. */
export function withAttribute(
  before: ReplyAttribute,
  place: keyof ReplyAttribute,
  { attribute, attributeReason }: Saying,
  speaker: Speaker,
): ReplyAttribute {
  if (attribute === undefined) return before;
  const followed = [before.opined, before.proposed].find((one) => one?.attribute === attribute);
  const reason = attributeReason ?? (place === 'proposed' ? undefined : followed?.reason);
  return { ...before, [place]: { attribute, ...(reason === undefined ? {} : { reason }), ...speaker } };
}
