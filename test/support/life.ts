import { localDate, type LocalDate } from '@gongkai/calendar';
import { Command, Receipt, Refusal, type CommandType, type Language, type CaseLedger, type Role } from '@gongkai/contracts';
import {
  alarmsOf,
  decide,
  ledgerOf,
  openCase,
  permissions,
  replay,
  standingOf,
  stepsOf,
  type Actor,
  type Alarm,
  type Asking,
  type CaseFact,
  type CaseLaw,
  type CaseNow,
  type ClockCommand,
  type Decision,
  type Inheritance,
  type JournalFact,
  type Standing,
  type Steps,
  type TitleBorne,
  type WatchedDeadline,
  otherDeadlinesOf,
  watchedDeadlines,
} from '@gongkai/lifecycle';
import { readCalendar, readChecklists, readGrounds, readStatute, sha256 } from '@gongkai/platform';
import type { Receipt as ReceiptInput } from './facts.js';

/** The law of an office that charges the processing fee, with the lists as shipped. */
export const LAW: CaseLaw = {
  statute: readStatute('config', 'cn-ogi-711'),
  calendar: readCalendar('config', 'cn'),
  grounds: readGrounds('config'),
  feeEnabled: true,
  checklists: readChecklists('config'),
};

/** One person for each role; the approver is the head of the OGI unit. */
export const personOf = (role: Role): Actor => ({ id: `the-${role}`, roles: [role], ogiHead: role === 'approver' });
/** Somebody who may take every step. */
export const everybody: Actor = {
  id: 'everybody',
  roles: ['clerk', 'caseworker', 'reviewer', 'legal', 'approver', 'supervisor', 'archivist', 'admin'],
  ogiHead: true,
};

/** A step in the words of the API. */
export type StepInput = { readonly type: CommandType; readonly [field: string]: unknown };
/** Why a step was not taken. */
export type Refused = {
  readonly code: string;
  readonly article?: string;
  readonly reason?: string;
  readonly fields?: readonly string[];
};

type Beginning = {
  readonly items?: readonly string[];
  readonly today?: string;
  readonly law?: CaseLaw;
  readonly inherited?: Inheritance;
  readonly delivery?: string;
  /** The code of the organ that handles it. */
  readonly organ?: string;
  /** What the applicant suggests with the application. */
  readonly suggestion?: { readonly reason: string };
};

/** A case in the hands of its people, day by day, as the desk would lead it but without a database. */
export class Life {
  readonly journal: JournalFact[] = [];
  now: CaseNow;
  today: LocalDate;
  readonly law: CaseLaw;
  readonly #organ: string | undefined;
  /** Who bears a title there; where it is not told, nobody asks. */
  borne: readonly TitleBorne[] | undefined;
  /** What was drawn with the step that is taken; undefined where nobody knows. */
  made: readonly string[] | undefined = [];
  #ids = 0;
  #known: { readonly file: CaseNow['file']; readonly today: LocalDate; readonly ledger: CaseLedger } | null = null;

  constructor(
    receipt: ReceiptInput,
    { items = ['the budget of 2024'], today, law = LAW, inherited, delivery = 'post', organ, suggestion }: Beginning = {},
  ) {
    const taken = Receipt.parse(receipt);
    this.today = localDate(today ?? lastDayOf(receipt));
    this.law = law;
    this.#organ = organ;
    const fact: CaseFact = {
      type: 'APPLICATION_RECEIVED',
      receipt: taken,
      items: items.map((description, i) => ({ id: `item-${String(i + 1)}`, description })),
      applicantId: 'applicant-1',
      wantedForm: 'electronic',
      delivery,
      ...(inherited ? { inherited } : {}),
      ...(suggestion ? { suggestion } : {}),
    };
    this.now = this.#keep(openCase(fact, this.asking(personOf('clerk'))));
  }

  /** The office's day from now on. */
  on(day: string): this {
    this.today = localDate(day);
    return this;
  }

  /** Takes a step; without a person, the one whom the table names first. */
  take(step: StepInput, by: Actor = firstFor(step.type)): Decision {
    const decision = decide(this.now, commandOf(step), this.asking(by));
    this.now = this.#keep(decision, by.id);
    return decision;
  }

  /** What the alarm clock says. */
  ring(command: ClockCommand): Decision {
    const decision = decide(this.now, command, this.asking('clock'));
    this.now = this.#keep(decision, 'clock');
    return decision;
  }

  /** The refusal of a step that must not be taken; the case stays as it is. */
  refusal(step: StepInput, by: Actor = firstFor(step.type)): Refused {
    const before = this.now;
    try {
      decide(before, commandOf(step), this.asking(by));
    } catch (problem) {
      if (problem instanceof Refusal) return refusedOf(problem);
      throw problem;
    }
    throw new Error(`${step.type} was taken on ${this.today}`);
  }

  asking(actor: Actor | 'clock'): Asking {
    return {
      actor,
      entryId: `entry-${String(this.journal.length + 1)}`,
      today: this.today,
      law: this.law,
      newId: () => `id-${String((this.#ids += 1))}`,
      digest: sha256,
      organ: this.#organ,
      borne: this.borne,
      made: this.made,
    };
  }

  /** Every deadline with its derivation. */
  get ledger(): CaseLedger {
    return ledgerOf(this.now.file, this.law, { asOf: this.today });
  }

  /** Every deadline, the dates alone: several times faster. */
  get clock(): CaseLedger {
    if (this.#known?.file !== this.now.file || this.#known.today !== this.today)
      this.#known = { file: this.now.file, today: this.today, ledger: datesOf(this) };
    return this.#known.ledger;
  }

  get standing(): Standing {
    return standingOf(this.now, this.clock, this.today, this.law);
  }

  get alarms(): readonly Alarm[] {
    return alarmsOf(this.now, this.clock, this.law);
  }

  /** What people are told of as it comes near. */
  get watched(): readonly WatchedDeadline[] {
    return watchedDeadlines(this.now, this.clock, this.others, this.law);
  }

  /** What runs beside the reply. */
  get others(): ReturnType<typeof otherDeadlinesOf> {
    return otherDeadlinesOf(this.now.file, this.clock, { ...this.law, grounds: LAW.grounds }, this.today);
  }

  steps(by: Actor = everybody, language: Language = 'en'): Steps {
    return stepsOf(this.now, { ...this.asking('clock'), actor: by }, language, this.clock);
  }

  /** What its journal tells again. */
  replayed(): CaseNow {
    return replay(this.journal, this.law);
  }

  #keep({ fact, after }: Decision, actorId = 'the-clerk'): CaseNow {
    this.journal.push({ id: `entry-${String(this.journal.length + 1)}`, actorId, today: this.today, fact });
    return after;
  }
}

const datesOf = ({ now, law, today }: Life): CaseLedger => ledgerOf(now.file, law, { asOf: today, derivation: false });

function lastDayOf(receipt: ReceiptInput): string {
  const days = Object.values(receipt).filter((value) => typeof value === 'string' && /^\d{4}-/.test(value)) as string[];
  return days.sort().at(-1) ?? '';
}

/** The person whom the table of permissions names first. */
const firstFor = (step: CommandType): Actor => personOf(permissions[step][0]);

/** Where a story is about something else, who is asked and does not agree has some grounds. */
const commandOf = (step: StepInput): Command =>
  Command.parse(step.type === 'recordAnswer' ? { grounds: 'a secret', ...step } : step);

/** A refusal in the shape that tests compare. */
function refusedOf({ code, details, fields }: Refusal): Refused {
  return {
    code,
    ...(details.article === undefined ? {} : { article: details.article }),
    ...(details.reason === undefined ? {} : { reason: details.reason }),
    ...(fields.length === 0 ? {} : { fields: fields.map((field) => `${field.path} ${field.code}`) }),
  };
}

/** The id of the last notice, consultation or remedy that a decision made. */
export function idOf({ fact }: Decision): string {
  if ('consultationId' in fact) return fact.consultationId;
  if ('noticeId' in fact && fact.noticeId !== undefined) return fact.noticeId;
  return 'remedyId' in fact ? fact.remedyId : '';
}
