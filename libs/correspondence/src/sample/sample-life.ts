import { localDate, type LocalDate } from '@gongkai/calendar';
import type { LawOfCase } from '@gongkai/casework';
import { Command, type CommandType, type Role } from '@gongkai/contracts';
import {
  decide,
  openCase,
  permissions,
  type Actor,
  type Asking,
  type CaseFact,
  type CaseNow,
  type Decision,
  type JournalFact,
} from '@gongkai/lifecycle';
import { sha256 } from '@gongkai/platform';

type Step = { readonly type: CommandType; readonly [field: string]: unknown };

const officer = (role: Role): Actor => ({ id: `the-${role}`, roles: [role], ogiHead: role === 'approver' });

/** A made-up case, led day by day by the same rules as a real one; each notice is numbered by the entries before it. */
export class SampleLife {
  readonly journal: JournalFact[] = [];
  now: CaseNow;
  today: LocalDate;
  #ids = 0;

  constructor(
    private readonly law: LawOfCase,
    fact: CaseFact & { readonly type: 'APPLICATION_RECEIVED' },
    on: string,
  ) {
    this.today = localDate(on);
    this.now = this.#keep(openCase(fact, this.#asking(officer('clerk'))), 'the-clerk');
  }

  /** Takes a step on a day, by somebody, else by whom the table of permissions names first. @returns the id of the notice or the request it made */
  step(on: string, step: Step, by: Actor = officer(permissions[step.type][0])): string {
    this.today = localDate(on);
    const decision = decide(this.now, Command.parse(step), this.#asking(by));
    this.now = this.#keep(decision, by.id);
    const { fact } = decision;
    if ('noticeId' in fact && fact.noticeId !== undefined) return fact.noticeId;
    if ('requestId' in fact) return fact.requestId;
    if ('orderId' in fact) return fact.orderId;
    return 'consultationId' in fact ? fact.consultationId : '';
  }

  #asking(actor: Actor): Asking {
    const { today, law, journal } = this;
    const entryId = `entry-${String(journal.length + 1)}`;
    const noticeNumber = `示例文〔2026〕${String(journal.length)}号`;
    return { actor, entryId, today, law, noticeNumber, newId: () => `id-${String((this.#ids += 1))}`, digest: sha256 };
  }

  #keep({ fact, after }: Decision, actorId: string): CaseNow {
    this.journal.push({ id: `entry-${String(this.journal.length + 1)}`, actorId, today: this.today, fact });
    return after;
  }
}
