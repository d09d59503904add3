import { randomUUID } from 'node:crypto';
import {
  Refusal,
  type FieldProblem,
  type NewWebhook,
  type WebhookChange,
  type WebhookFormat,
  type WebhookKind,
  type WebhookTarget,
  type WebhookTargets,
  type WebhookTest,
} from '@gongkai/contracts';
import type { Sealer } from '@gongkai/platform';
import type { EntityManager } from 'typeorm';
import { makeChange, needAdmin, record, type AdministrationParts } from '../administration/change.js';
import { organInScope } from '../administration/organs.js';
import type { LawShelf } from '../law-shelf.js';
import type { Person } from '../person.js';
import { asUuid } from '../visibility.js';
import { postTo, type WebhookParts } from './deliver-webhook.js';
import type { WebhookItem, WebhookMessage } from './formats.js';
import { openAddress, sealAddress } from './sealed-address.js';

type TargetParts = AdministrationParts &
  Pick<WebhookParts, 'sender' | 'publicUrl'> & { readonly laws: LawShelf; readonly sealer: Sealer };

type Row = {
  readonly id: string;
  readonly organ: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly format: WebhookFormat;
  readonly host: string;
  readonly sealed: Buffer;
  readonly below: boolean;
  readonly kinds: WebhookKind[];
  readonly recipients: string[] | null;
  readonly active: boolean;
  readonly waiting: number;
  readonly failed: number;
  readonly last_sent_at: Date | null;
};

const LIST = `
  SELECT target.*, organ.code AS organ, organ.path, told.*
    FROM webhook_target AS target JOIN organ ON organ.id = target.organ_id
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE delivery = 'waiting')::int AS waiting, count(*) FILTER (WHERE delivery = 'failed' AND EXISTS (
               SELECT FROM notification WHERE notification.id = notification_id AND acknowledged_at IS NULL))::int AS failed,
             max(sent_at) AS last_sent_at
        FROM webhook_message WHERE target_id = target.id
    ) AS told
   WHERE organ.path @> ARRAY[$1::uuid] AND ($2::uuid IS NULL OR target.id = $2)
   ORDER BY cardinality(organ.path), organ.code, target.name, target.id`;

const WRITE = `
  INSERT INTO webhook_target (id, organ_id, name, format, host, sealed, below, kinds, recipients, active, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (id) DO UPDATE
    SET name = excluded.name, host = excluded.host, sealed = excluded.sealed, below = excluded.below, kinds = excluded.kinds,
        recipients = excluded.recipients, active = excluded.active`;

/** The places outside at which an organ has its people told, kept by who administers it. */
export class Webhooks {
  constructor(private readonly parts: TargetParts) {}

  /** Those of the own organ and below. @throws Refusal `role-missing` */
  async list(actor: Person): Promise<WebhookTargets> {
    needAdmin(actor);
    const rows = await this.parts.source.query<Row[]>(LIST, [actor.organId, null]);
    return { items: rows.map((row) => this.#viewOf(row)), recipients: this.#recipients() };
  }

  /** @throws Refusal `role-missing`, `not-found` for the organ, or `invalid-request` with the fields */
  async add(actor: Person, { organ: code, url, secret, ...target }: NewWebhook): Promise<WebhookTarget> {
    needAdmin(actor);
    const problems = [...this.#problemsOf(target), ...secretProblems(target.format, secret)];
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    const id = randomUUID();
    return makeChange(this.parts, actor, async (change) => {
      const { id: organId, path } = await organInScope(change, actor, code);
      const [sealed, host] = [sealAddress(this.parts.sealer, id, { url, secret: secret ?? null }), new URL(url).host];
      await change.manager.query(WRITE, valuesOf({ ...target, id, host, sealed, active: true }, organId, change.now));
      await record(change, {
        action: 'webhook-added',
        path,
        subject: { id, name: target.name },
        after: { ...target, host, organ: code },
      });
      return this.#viewOf(await this.#find(change.manager, actor, id));
    });
  }

  /** @throws Refusal `role-missing`, `not-found`, or `invalid-request` with the fields */
  async change(actor: Person, id: string, wished: WebhookChange): Promise<WebhookTarget> {
    needAdmin(actor);
    const problems = this.#problemsOf(wished);
    if (problems.length > 0) throw new Refusal('invalid-request', problems);
    return makeChange(this.parts, actor, async (change) => {
      const before = await this.#find(change.manager, actor, id);
      const { url, secret, ...fields } = wished;
      const kept = openAddress(this.parts.sealer, before.id, before.sealed);
      const address = { url: url ?? kept.url, secret: secret ?? kept.secret };
      const after = { ...before, ...fields, host: new URL(address.url).host };
      const sealed = sealAddress(this.parts.sealer, before.id, address);
      await change.manager.query(WRITE, valuesOf({ ...after, sealed }, before.path.at(-1), change.now));
      const sides = {
        before: loggedOf(before),
        after: { ...loggedOf(after), ...(secret === undefined ? {} : { secret: 'new' }) },
      };
      await record(change, {
        action: 'webhook-changed',
        path: before.path,
        subject: { id: before.id, name: after.name },
        ...sides,
      });
      return this.#viewOf(await this.#find(change.manager, actor, id));
    });
  }

  /** What waits for it is not told there any more. @throws Refusal `role-missing`, `not-found` */
  async remove(actor: Person, id: string): Promise<void> {
    needAdmin(actor);
    await makeChange(this.parts, actor, async (change) => {
      const row = await this.#find(change.manager, actor, id);
      await change.manager.query('DELETE FROM webhook_target WHERE id = $1', [row.id]);
      const mark = { action: 'webhook-removed', path: row.path, subject: { id: row.id, name: row.name } } as const;
      await record(change, { ...mark, before: loggedOf(row) });
    });
  }

  /** Posts a message that tells of no case. @throws Refusal `role-missing`, `not-found` */
  async test(actor: Person, id: string): Promise<WebhookTest> {
    needAdmin(actor);
    const row = await this.#find(this.parts.source.manager, actor, id);
    const { taken, words } = await postTo(row, this.#testMessage(actor), this.parts);
    return { taken, answer: words };
  }

  #testMessage({ username, name }: Person): WebhookMessage {
    const words = { number: '（测试）', deadline: null, text: '收到本条，说明提醒可以送达。', due: null, daysLeft: null };
    const item: WebhookItem = { ...words, url: `${this.parts.publicUrl}/settings/webhooks`, to: [{ username, name }] };
    return { id: randomUUID(), kind: 'test', title: '依申请公开办件系统测试消息', items: [item] };
  }

  #recipients(): string[] {
    const { laws, clock } = this.parts;
    return Object.keys(laws.lawOf(laws.statute, clock.today()).reminders.recipients);
  }

  /** Names that no ladder knows would tell nobody. */
  #problemsOf({ recipients = null }: Pick<WebhookChange, 'recipients'>): FieldProblem[] {
    const known = this.#recipients();
    return (recipients ?? []).flatMap((name, i) =>
      known.includes(name)
        ? []
        : [{ path: `recipients.${String(i)}`, code: 'unknown-option', facts: { options: known.join(', ') } }],
    );
  }

  async #find(manager: EntityManager, actor: Person, id: string): Promise<Row> {
    const [row] = await manager.query<Row[]>(LIST, [actor.organId, asUuid(id)]);
    if (row === undefined) throw new Refusal('not-found');
    return row;
  }

  #viewOf(row: Row): WebhookTarget {
    const { id, organ, name, format, host, below, kinds, recipients, active, waiting, failed } = row;
    const hasSecret = openAddress(this.parts.sealer, id, row.sealed).secret !== null;
    const lastSentAt = row.last_sent_at?.toISOString() ?? null;
    return { id, organ, name, format, host, hasSecret, below, kinds, recipients, active, waiting, failed, lastSentAt };
  }
}

type Written = Pick<Row, 'id' | 'name' | 'format' | 'host' | 'sealed' | 'below' | 'recipients' | 'active'> & {
  readonly kinds: readonly WebhookKind[];
};

/** What `WRITE` takes. */
const valuesOf = (
  { id, name, format, host, sealed, below, kinds, recipients, active }: Written,
  organId: string | undefined,
  now: Date,
): unknown[] => [id, organId, name, format, host, sealed, below, kinds, recipients, active, now];

/** Who gets signed messages checks the signature: without one anybody could send them. */
const secretProblems = (format: WebhookFormat, secret: string | undefined): FieldProblem[] =>
  format === 'signed' && secret === undefined ? [{ path: 'secret', code: 'required' }] : [];

const loggedOf = ({ name, format, host, below, kinds, recipients, active }: Omit<Row, 'id'>) => ({
  name,
  format,
  host,
  below,
  kinds,
  recipients,
  active,
});
