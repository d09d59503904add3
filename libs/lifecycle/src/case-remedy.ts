import type { LocalDate } from '@gongkai/calendar';
import type { SuitOrder } from '@gongkai/contracts';

/** A complaint, a reconsideration or a suit against what the organ did or left undone. */
export type CaseRemedy = {
  readonly id: string;
  readonly kind: 'complaint' | 'reconsideration' | 'litigation';
  readonly openedOn: LocalDate;
  /** Of a suit: it was brought after a reconsideration. */
  readonly afterReconsideration?: boolean;
  /** Of a suit: what stood against it in the order of the ways when it came. */
  readonly outOfOrder?: SuitOrder;
  readonly acceptedOn: LocalDate | null;
  readonly track: 'summary' | 'ordinary' | null;
  readonly answeredOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
  readonly result: string | null;
  /** The reconsideration organ, or the court, and its number. */
  readonly before?: string;
  readonly number?: string;
  /** Who appears for the organ, as it was told before there were lists. */
  readonly representatives?: string;
  /** The list of who appears: what is known of them lies sealed under this id. */
  readonly appearingId?: string;
  readonly hearing?: { readonly on: LocalDate; readonly place?: string };
  readonly prolongedOn?: LocalDate;
  /** Of a suit: what the first instance said, served on that day, and who appealed against it. */
  readonly judged?: { readonly on: LocalDate; readonly form: 'judgment' | 'ruling' };
  readonly appealed?: { readonly on: LocalDate; readonly by: 'organ' | 'other_party' };
};
