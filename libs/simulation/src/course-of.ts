import type { LocalDate } from '@gongkai/calendar';
import { inForce } from '@gongkai/statutes';
import { CourseShape, type Course } from './course.js';
import type { Draft } from './draft.js';
import { dayOfYear, isAnswered } from './draw-drafts.js';
import type { Random } from './random.js';
import type { PlanLaw } from './reckoning.js';

/** The periods of the law that a reply is planned by. */
type Periods = { readonly reply: number; readonly extension: number };

/** Fills in the days of a drafted case. */
export function courseOf(draft: Draft, law: PlanLaw, random: Random): Course {
  const { n, receivedOn, organ, channel, category } = draft;
  const periods = { reply: periodOf(law, 'reply.days', receivedOn), extension: periodOf(law, 'extension.max_total', receivedOn) };
  const correction = correctionOf(draft, random);
  const consultations = draft.consultations.map((asked) => ({
    ...asked,
    after: random.int(1, 4),
    served: random.int(1, 3),
    answered: random.int(3, 14),
  }));
  const extension = extensionOf(draft, periods, random);
  const shape = CourseShape.parse({
    organ,
    channel,
    category,
    arrivedBefore: Math.min(waitOf(channel, random), dayOfYear(receivedOn)),
    loggedAfter: draft.loggedLate ? random.int(2, 4) : 0,
    lateReason: random.chance(80),
    acceptedAfter: random.int(0, 2),
    decisions: decisionsOf(draft, random),
    correction,
    consultations,
    extension,
    tooLate: draft.tooLate,
    withdrawnAfter: draft.end === 'withdrawn' ? random.int(1, 8) : null,
    replyAfter: replyAfter(draft, { ...periods, granted: extension?.workingDays ?? 0 }, random),
    sentBack: draft.sentBack,
    mode: modeOf(draft, random),
    servedAfter: random.int(1, 4),
    returned: draft.returned,
    filedAfter: random.int(2, 12),
    remedies: draft.remedies,
  });
  return { ...shape, n, receivedOn };
}

const periodOf = (law: PlanLaw, rule: 'reply.days' | 'extension.max_total', on: LocalDate): number =>
  inForce(law.statute, rule, on);

/** Calendar days until what has to be confirmed is confirmed. */
const WAITS: Readonly<Partial<Record<Draft['channel'], readonly number[]>>> = {
  ordinary_mail: [0, 0, 1, 1, 2, 3, 5, 6],
  fax: [0, 0, 0, 1],
  web: [0, 0, 0, 0, 1, 2],
  email: [0, 1, 2],
};
const waitOf = (channel: Draft['channel'], random: Random): number => random.pick(WAITS[channel] ?? [0]);

function correctionOf({ end, corrected }: Draft, random: Random): Course['correction'] {
  if (end === 'abandoned_correction') return { after: random.int(2, 6), served: random.int(1, 3), answered: null };
  return corrected ? { after: random.int(2, 6), served: random.int(1, 3), answered: random.int(2, 10) } : null;
}

/** Who is carried over so long after his receipt that the period would be over needs an extension. */
function extensionOf({ carried, extended, room }: Draft, { reply, extension }: Periods, random: Random): Course['extension'] {
  if (!extended && !(carried && room >= reply)) return null;
  const workingDays = carried ? extension : random.pick([10, 15, 20].filter((days) => days <= extension));
  return { workingDays, before: random.int(1, 4) };
}

/** Working days used up when the reply leaves: mostly towards the end of the period, never beyond the room that the year leaves. */
function replyAfter(draft: Draft, { reply, granted }: Periods & { readonly granted: number }, random: Random): number {
  const { carried, extended, late, room, takes } = draft;
  if (late) return reply + random.int(1, 5);
  const [least, most] = carried ? [room + 1, reply + granted] : extended ? [reply + 1, reply + granted] : [9, reply];
  // What the other events of the case need has been set aside; the rest of the year is free.
  const longest = carried ? most : Math.min(most, least + Math.max(0, room - takes));
  return Math.max(random.int(least, longest), random.int(least, longest));
}

const PARTLY_FOR = ['third_party_rights', 'process_information', 'internal_affairs', 'enforcement_file'] as const;

function decisionsOf(draft: Draft, random: Random): Course['decisions'] {
  const { end, ground, severalItems } = draft;
  if (!isAnswered(draft)) return [{ code: 'granted' }];
  const items = severalItems ? random.int(2, 3) : 1;
  if (end !== 'partly_granted')
    return Array.from({ length: items }, () => ({
      code: end as Course['decisions'][number]['code'],
      ...(ground ? { ground } : {}),
    }));
  const drawn = random.pick(PARTLY_FOR);
  const isOpposed = draft.consultations.some(({ answer, overridden }) => answer === 'refuse' && !overridden);
  const withheld = isOpposed ? 'third_party_rights' : drawn;
  const rest = Array.from({ length: items - 1 }, () => ({ code: 'refused' as const, ground: withheld }));
  return items === 1 ? [{ code: end, ground: withheld }] : [{ code: 'granted' }, ...rest];
}

/** Those who come, or write on the web, are often answered in the same way. */
const LIKE_FOR_LIKE: Readonly<Partial<Record<Draft['channel'], Course['mode']>>> = {
  in_person: 'in_person',
  web: 'portal',
  email: 'email',
};

function modeOf({ channel, returned, end }: Draft, random: Random): Course['mode'] {
  const mail = random.chance(88) ? 'ems' : 'registered_mail';
  const isLikeForLike = random.chance(40);
  if (returned || end === 'withdrawn' || !isLikeForLike) return mail;
  return LIKE_FOR_LIKE[channel] ?? mail;
}
