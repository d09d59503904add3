import type { Command } from '@gongkai/contracts';
import { atCounter } from './play.js';
import { idOf, LAW, Life } from './life.js';

/** Stretches of road that many stories travel. */

/** Handed in at the counter and accepted the same day: T is that day. */
export function acceptedOn(t: string, items?: readonly string[]): Life {
  const life = new Life(atCounter(t), { ...(items ? { items } : {}) });
  life.take({ type: 'accept' });
  return life;
}

/** The same in an office that does not charge the processing fee. */
export function acceptedWithoutFees(t: string): Life {
  const life = new Life(atCounter(t), { law: { ...LAW, feeEnabled: false } });
  life.take({ type: 'accept' });
  return life;
}

/** A correction notice, sent and served. */
export function correctionAsked(life: Life, sent: string, served: string, period = 15): string {
  const noticeId = idOf(life.on(sent).take({ type: 'sendCorrectionNotice', missing: 'what exactly', period }));
  life.on(served).take({ type: 'recordService', noticeId, how: 'signed for' });
  return noticeId;
}

/** Closed because nobody corrected, or paid; what proves the notice is not at hand. */
export const abandoned = (cause: 'correction' | 'fee') => ({ type: 'closeAbandoned', cause, unproven: 'lost' }) as const;

type Asked = 'askThirdParty' | 'askJointProducer' | 'askOtherOrgan' | 'askSecrecyAuthority';

/** A letter that asks somebody else about all of it, sent and perhaps served. */
export function asked(life: Life, type: Asked, sent: string, served?: string): string {
  const consultationId = idOf(life.on(sent).take({ type, party: 'somebody' }));
  if (served !== undefined) life.on(served).take({ type: 'recordService', consultationId, how: 'signed for' });
  return consultationId;
}

/** A fee notice, sent and served. */
export function feeAsked(life: Life, sent: string, served: string, amount = 200): string {
  const noticeId = idOf(life.on(sent).take({ type: 'sendFeeNotice', basis: 'per_item', amount }));
  life.on(served).take({ type: 'recordService', noticeId, how: 'signed for' });
  return noticeId;
}

export type Decided = Omit<Extract<Command, { type: 'decideItem' }>, 'type' | 'itemId'>;
export const ALREADY_PUBLIC: Decided = { code: 'already_public', otherOrgan: '门户网站' };
export const GRANTED: Decided = { code: 'granted', fileIds: ['hash-1'] };
export const REFUSED: Decided = {
  code: 'refused',
  ground: 'process_information',
  article: 'REG 16(2)',
  reasons: 'a draft under discussion',
  facts: 'the minutes of 3 March, nothing settled',
  severability: 'all of it is opinions',
};
/** What a court looks for behind a refusal on any ground. */
export const FOUND = { facts: 'the list of 3 March', harm: 'their names get about', severability: 'all of it is names' } as const;

/** Every item decided, what is released reviewed, the reply approved and signed, all on one day. */
export function signed(life: Life, day: string, decisions: readonly Decided[] = [ALREADY_PUBLIC]): Life {
  life.on(day);
  life.now.file.items.forEach(({ id }, i) => {
    const decision = decisions[i] ?? ALREADY_PUBLIC;
    life.take({ type: 'decideItem', itemId: id, ...decision });
    if (decision.code === 'granted' || decision.code === 'partly_granted') {
      life.take({ type: 'submitReview', itemId: id });
      life.take({ type: 'passReview', itemId: id });
    }
  });
  life.take({ type: 'submitForApproval' });
  life.take({ type: 'approve' });
  life.take({ type: 'signReply' });
  return life;
}

/** Posted on one day, served on another: the case is closed. */
export function served(life: Life, sent: string, arrived: string): Life {
  life.on(sent).take({ type: 'dispatch', mode: 'ems', trackingNumber: 'EA000001232CN' });
  life.on(arrived).take({ type: 'recordService', noticeId: 'reply', how: 'signed for' });
  return life;
}
