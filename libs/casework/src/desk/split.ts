import { randomUUID } from 'node:crypto';
import { takenAlong } from '@gongkai/lifecycle';
import type { Considered, Matter } from './consider.js';
import { caseNumber } from './numbering.js';
import { bear } from './opening.js';
import type { Writing } from './write.js';

/** The case that a split opens: the items taken out, of the same applicant, by the same proof of receipt and the same clock. */
export function splitOff(matter: Matter, { decision: { fact } }: Considered): Partial<Writing> {
  const { now, stored, drawn, law, moment, envelope, sealer } = matter;
  if (fact.type !== 'SPLIT' || drawn === undefined || envelope.actor === 'clock') return {};
  const { row, around } = stored;
  const { receipt, applicantId, items } = now.file;
  const taken = items.filter(({ id }) => fact.items.includes(id));
  const { writing } = bear({
    caseId: fact.newCaseId,
    entryId: randomUUID(),
    actor: envelope.actor,
    fact: {
      type: 'APPLICATION_RECEIVED',
      items: taken.map(({ id, description, documentNumber, period }) => ({ id, description, documentNumber, period })),
      applicantId,
      splitFrom: row.id,
      ...(fact.inPart === true ? { inPart: true as const } : {}),
      ...takenAlong(now.file, fact, moment.today),
    },
    head: {
      organ_id: row.organ_id,
      ...caseNumber(drawn, moment.today),
      statute: row.statute,
      channel: receipt.channel,
      applicant_name: around.applicant_name,
    },
    law,
    moment,
    sealer,
  });
  return writing;
}
