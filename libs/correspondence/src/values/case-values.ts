import { yearOf, type LocalDate } from '@gongkai/calendar';
import { maskedApplicant } from '@gongkai/casework';
import { articleInFull } from '@gongkai/contracts';
import { unitDue } from '@gongkai/lifecycle';
import { arrivalDay, receiptDay } from '@gongkai/statutes';
import type { Values } from '../content/places.js';
import { dayText } from './days.js';
import { orderValues } from './order-values.js';
import { proposalValues } from './records.js';
import { withoutStop } from './sentence.js';
import { lastFact, type Telling } from './telling.js';

/** What every paper can tell of the organ, the applicant and the case. */
export const caseValues = (telling: Telling): Values => ({
  ...organValues(telling),
  ...applicantValues(telling),
  ...receiptValues(telling),
  ...endValues(telling),
  ...unitValues(telling),
  ...orderValues(telling),
  ...proposalValues(telling),
});

function organValues({ organ: { name, guide } }: Telling): Values {
  if (guide === null) return { 'organ.name': name };
  const { office, address, postalAddress, hours, phone, reconsiderationOrgan, court, supervisor, onlineChannel, payment, fonds } =
    guide;
  return {
    'organ.name': name,
    'organ.office': office['zh-CN'],
    'organ.address': address['zh-CN'],
    'organ.postalAddress': postalAddress['zh-CN'],
    'organ.hours': hours['zh-CN'],
    'organ.phone': phone,
    'organ.fonds': fonds,
    'organ.payment': withoutStop(payment?.['zh-CN']),
    'organ.reconsiderationOrgan': reconsiderationOrgan,
    'organ.court': court,
    'organ.supervisor': supervisor,
    'organ.onlineChannel': onlineChannel,
  };
}

/** Numbers of documents are masked: no paper needs them whole. */
function applicantValues({ matter: { head }, words }: Telling): Values {
  const { kind, name, address, phone, email, agent, idType, idNumber } = maskedApplicant(head.applicant, false);
  const identity = [idType, idNumber].filter((part) => part !== undefined).join(' ');
  return {
    'applicant.name': name,
    'applicant.you': words.you[kind],
    'applicant.kind': words.applicant[kind],
    'applicant.identity': identity === '' ? undefined : identity,
    'applicant.address': address,
    'applicant.phone': phone,
    'applicant.email': email,
    'applicant.agent': agent,
  };
}

/** Where who applied over the portal, and so holds a query code, follows it. */
const followedAt = ({ matter, links }: Telling): string | undefined =>
  matter.reckoned.now.file.receipt.channel === 'web' ? links?.followed : undefined;

function receiptValues(telling: Telling): Values {
  const { matter, words } = telling;
  const { head, reckoned } = matter;
  const { now, law, today, ledger } = reckoned;
  const { receipt, items, withdrawnItems, itemsApart, wantedForm, delivery } = now.file;
  const { on, article } = receiptDay(law.statute, receipt, today);
  return {
    today: dayText(today),
    'case.number': head.number,
    'case.subject': items.map(({ description }) => description).join('；'),
    'case.openedOn': dayText(head.openedOn),
    'case.handler': head.assignee?.name,
    several: items.length > 1 ? String(items.length) : undefined,
    'items.withdrawn': withdrawnItems.map(({ description }) => description).join('；') || undefined,
    'items.apart': itemsApart > 0 ? String(itemsApart) : undefined,
    'receipt.channel': words.channel[receipt.channel],
    'receipt.arrivedOn': dayText(arrivalDay(receipt)),
    'receipt.receivedOn': dayText(on),
    'receipt.article': articleInFull(article, 'zh-CN'),
    'receipt.trackingNumber': 'trackingNumber' in receipt ? String(receipt.trackingNumber) : undefined,
    'receipt.followedAt': followedAt(telling),
    'wanted.form': words.form[wantedForm as keyof typeof words.form],
    'wanted.delivery': words.delivery[delivery as keyof typeof words.delivery],
    'reply.due': dayText(ledger.finalDue ?? ledger.provisionalFinalDue),
  };
}

/** The request to a unit that the paper is about, or the last one, with its answer. */
function unitValues({ kind, about, matter: { head, reckoned } }: Telling): Values {
  if (kind !== 'co_handling') return {};
  const asked = reckoned.now.file.unitRequests.findLast(({ id }) => about === undefined || id === about);
  if (asked === undefined) return {};
  return {
    'unit.name': asked.unit,
    'unit.person': head.people[asked.person],
    'unit.task': asked.task,
    'unit.askedOn': dayText(asked.askedOn),
    'unit.due': dayText(unitDue(asked, reckoned.law.calendar)),
    'unit.answer': asked.answer ?? undefined,
    'unit.answeredOn': dayText(asked.answeredOn),
  };
}

/** Those without a reply, of which the applicant is told. */
const ENDINGS: ReadonlySet<string> = new Set(['abandoned_correction', 'abandoned_fee', 'withdrawn', 'merged']);

const yearIn = (day: LocalDate | undefined): string | undefined => (day === undefined ? undefined : String(yearOf(day)));

/** Who filed it, and so answers for the folder. */
const filedBy = ({ journal, head }: Telling['matter']): string | undefined =>
  head.people[journal.findLast(({ fact }) => fact.type === 'FILED')?.actorId ?? ''];

/** How it ended, and how long it is kept. */
function endValues({ matter, words }: Telling): Values {
  const { standing, law, now } = matter.reckoned;
  const { outcome } = standing;
  const retention = lastFact(matter, 'FILED')?.retention;
  return {
    'case.outcome': outcome === null ? undefined : law.grounds.decisions[outcome].name.zh,
    ...(outcome !== null && ENDINGS.has(outcome) ? { [`ended.${outcome}`]: law.grounds.decisions[outcome].name.zh } : {}),
    'case.year': yearIn(now.file.reached.filing),
    'case.closedOn': dayText(outcome === null ? null : (now.file.reached.filing ?? null)),
    'case.filedBy': filedBy(matter),
    'case.retention': retention === undefined ? undefined : words.retention[retention as keyof typeof words.retention],
  };
}
