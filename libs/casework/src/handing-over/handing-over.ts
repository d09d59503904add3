import { randomUUID } from 'node:crypto';
import { reasonOf, Refusal, type HandedOver, type HandOver, type Language, type OpenWork } from '@gongkai/contracts';
import type { Clock, CommandPool } from '@gongkai/platform';
import { entryInLog } from '../administration/change.js';
import type { CaseDesk } from '../desk/case-desk.js';
import type { Outcome } from '../desk/envelope.js';
import { needRole, type Person } from '../person.js';
import { readHolder, readOpenWork, readReceiver, type Holder } from './open-work.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock; readonly desk: Pick<CaseDesk, 'handleAll'> };

/** So many cases are read and written in one commit. */
const TOGETHER = 50;

/** In a case that somebody works at just now nothing is changed over their head. */
const BUSY: Readonly<Record<Language, string>> = {
  'zh-CN': '他人正在办理这一件，请稍后再交接一次',
  en: 'Somebody works at it just now; hand over again in a moment',
};

type Case = OpenWork['cases'][number];

/**
 * All open work of a person goes to another in one step (交接): each case by the step `assign` of its own, with who, when and why in its
 * journal, and the whole in the administration log. A draft stays whose it is: who wrote it approves it no more than before, and whoever
 * holds the case now may, where they did not write it.
 */
export class HandingOver {
  constructor(private readonly parts: Parts) {}

  /** What would go along, and what would not. @throws Refusal `role-missing`, `not-found` */
  async look(actor: Person, id: string): Promise<OpenWork> {
    const { name, organ } = await this.#holder(actor, id);
    return { person: { id, name }, organ, ...(await readOpenWork(id, this.parts.pool)) };
  }

  /**
   * Hands it over. What a case refuses stays where it is and is told with its reason.
   * @throws Refusal `role-missing`, `not-found`, or `invalid-request` where the other is no caseworker of the same organ
   */
  async handOver(actor: Person, id: string, { to, reason }: HandOver, language: Language): Promise<HandedOver> {
    const { pool, clock } = this.parts;
    const holder = await this.#holder(actor, id);
    const receiver = to === id ? null : await readReceiver(to, id, clock.today(), pool);
    if (receiver === null) throw new Refusal('invalid-request', [{ path: 'to', code: 'unknown-person' }]);
    const { cases, stays } = await readOpenWork(id, pool);
    const done: Sorted = { handed: [], refused: [] };
    try {
      for (let at = 0; at < cases.length; at += TOGETHER) {
        const some = cases.slice(at, at + TOGETHER);
        const outcomes = await this.#assign(some, { actor, to: receiver.id, reason });
        sort(some, outcomes, { language, done });
      }
    } finally {
      // Also where a fault breaks it off: what has gone over by then has gone over.
      const left = {
        ...(done.refused.length > 0 ? { refused: done.refused.length } : {}),
        ...(stays.length > 0 ? { stays: stays.length } : {}),
      };
      if (done.handed.length > 0)
        await this.#record(actor, holder, { to: receiver.name, reason, cases: done.handed.length, ...left });
    }
    return { from: { id, name: holder.name }, to: receiver, ...done, stays };
  }

  /** Whoever supervises the organ; and a caseworker their own work. */
  async #holder(actor: Person, id: string): Promise<Holder> {
    if (actor.id === id) needRole(actor, 'caseworker', 'supervisor');
    else needRole(actor, 'supervisor');
    const holder = await readHolder(actor, id, this.parts.pool);
    if (holder === null) throw new Refusal('not-found');
    return holder;
  }

  #assign(cases: readonly Case[], { actor, to, reason }: { readonly actor: Person } & HandOver): Promise<readonly Outcome[]> {
    return this.parts.desk.handleAll(
      cases.map(({ id: caseId }) => ({
        id: randomUUID(),
        caseId,
        actor,
        command: { type: 'assign' as const, assignee: to, note: reason },
      })),
    );
  }

  async #record(actor: Person, { id, name, path }: Holder, after: Readonly<Record<string, unknown>>): Promise<void> {
    const { pool, clock } = this.parts;
    const mark = { action: 'work-handed-over', path, subject: { id, name }, after } as const;
    await pool.query(entryInLog(mark, { actorId: actor.id, at: clock.now() }));
  }
}

type Sorted = { readonly handed: Case[]; readonly refused: HandedOver['refused'][number][] };

function sort(cases: readonly Case[], outcomes: readonly Outcome[], { language, done }: { language: Language; done: Sorted }) {
  const told = cases.map((one, i) => ({ one, outcome: outcomes[i] ?? 'busy' }));
  done.handed.push(...told.filter(({ outcome }) => isHanded(outcome)).map(({ one }) => one));
  for (const { one, outcome } of told)
    if (!isHanded(outcome))
      done.refused.push({ case: one, reason: outcome === 'busy' ? BUSY[language] : whyNot(outcome.error, language) });
}

const isHanded = (outcome: Outcome): outcome is 'journalled' | 'replayed' => outcome === 'journalled' || outcome === 'replayed';

/** What the case says; what is no refusal is a fault of the program. */
function whyNot(error: unknown, language: Language): string {
  if (error instanceof Refusal) return reasonOf(error, language);
  throw error;
}
