import type { JobPayload, WebhookFormat } from '@gongkai/contracts';
import {
  canonicalJson,
  sha256,
  WebhookForbidden,
  type CommandPool,
  type Sealer,
  type Statement,
  type WebhookSender,
} from '@gongkai/platform';
import {
  aboutOf,
  lawOfRow,
  ATTEMPTS,
  oneAtATime,
  readDeliverable,
  whyTooLate,
  type DeliverableRow,
  type DeliveryRun,
  type WordingParts,
} from '../reminders/deliverable.js';
import { dueLine, newsLine } from '../reminders/letter.js';
import { postOf, verdictOf, type WebhookItem, type WebhookMessage } from './formats.js';
import { openAddress } from './sealed-address.js';

/** What a delivery to a place outside works with. */
export type WebhookParts = WordingParts & {
  readonly pool: Pick<CommandPool, 'query'>;
  readonly sealer: Pick<Sealer, 'open'>;
  readonly sender: Pick<WebhookSender, 'post'>;
};

type TargetRow = { readonly id: string; readonly format: WebhookFormat; readonly sealed: Buffer; readonly active: boolean };
type MessageRow = { readonly id: string; readonly notification_id: string; readonly batch: string; readonly post: string | null };

const readTarget = (id: string): Statement => ({
  name: 'webhook-target',
  text: 'SELECT id, format, sealed, active FROM webhook_target WHERE id = $1',
  values: [id],
});
/**
 * What goes out in one post: that of the batch, if it was tried before; else all of the batch, and of every other batch that waits and was not
 * tried either. So nothing that may have arrived stands in another post as well.
 */
const readMessages = (targetId: string, batch: string, now: Date): Statement => ({
  name: 'webhook-messages',
  text: `
    WITH waiting AS (
      SELECT id, notification_id, batch, post, bool_and(not_before <= $3) OVER (PARTITION BY batch) AS is_time
        FROM webhook_message WHERE target_id = $1 AND delivery = 'waiting'
    ), own AS (SELECT max(post) AS post FROM waiting WHERE batch = $2 HAVING count(*) > 0)
    SELECT waiting.id, notification_id, batch, waiting.post FROM waiting JOIN own ON waiting.post IS NOT DISTINCT FROM own.post
     WHERE own.post IS NOT NULL OR batch = $2 OR is_time`,
  values: [targetId, batch, now],
});

/** Written before anything goes out, whatever becomes of the attempt. */
const together = (ids: readonly string[], post: string): Statement => ({
  name: 'webhook-post',
  text: 'UPDATE webhook_message SET post = $2 WHERE id = ANY ($1::uuid[]) AND post IS NULL',
  values: [ids, post],
});

const noteAll = (ids: readonly string[], { delivery, proof, at = null }: Note): Statement => ({
  name: 'note-webhook',
  text: `
    UPDATE webhook_message SET delivery = $2, proof = $3, sent_at = $4 WHERE id = ANY ($1::uuid[]) AND delivery = 'waiting'`,
  values: [ids, delivery, proof, at],
});
type Note = { readonly delivery: 'sent' | 'shown' | 'failed'; readonly proof: string; readonly at?: Date | null };

/**
 * Posts what waits for a place outside, all in one message, and notes what came of it. What is settled meanwhile is not told.
 * @returns what is to be written
 * @throws Error where the place did not take it now: another attempt may reach it
 */
export async function deliverWebhook(
  { targetId, batch }: JobPayload<'deliver-webhook'>,
  run: DeliveryRun,
  parts: WebhookParts,
): Promise<readonly Statement[]> {
  await run.read(oneAtATime(`webhook ${targetId}`));
  const [target] = await run.read<TargetRow>(readTarget(targetId));
  const messages = await run.read<MessageRow>(readMessages(targetId, batch, parts.clock.now()));
  if (target === undefined || messages.length === 0) return [];
  if (!target.active) return [noteAll(idsOf(messages), { delivery: 'shown', proof: 'switched off' })];
  const rows = await run.read<DeliverableRow>(readDeliverable(messages.map(({ notification_id: id }) => id)));
  const late = new Map(rows.flatMap((row) => lateOf(row, parts)));
  const told = rows.filter(({ id }) => !late.has(id));
  const open = messages.filter(({ notification_id: id }) => !late.has(id));
  const kept = messages.flatMap(({ id, notification_id: of }) => {
    const proof = late.get(of);
    return proof === undefined ? [] : [noteAll([id], { delivery: 'shown', proof })];
  });
  if (told.length === 0) return kept;
  const post = open[0]?.post ?? nameOf(open);
  await parts.pool.query(together(idsOf(open), post));
  return [...kept, await send(open, messageOf(post, told, parts), { target, batch, run, parts })];
}

/** By what it held when it was tried first: every attempt has that name, also where some of it is settled meanwhile. */
const nameOf = (messages: readonly MessageRow[]): string => sha256(canonicalJson(idsOf(messages).sort())).slice(0, NAME_SIGNS);
const NAME_SIGNS = 32;

const idsOf = (messages: readonly MessageRow[]): string[] => messages.map(({ id }) => id);

function lateOf(row: DeliverableRow, parts: WebhookParts): [string, string][] {
  const why = whyTooLate(row, parts);
  return why === null ? [] : [[row.id, why]];
}

type Sending = {
  readonly target: TargetRow;
  readonly batch: string;
  readonly run: DeliveryRun;
  readonly parts: WebhookParts;
};

/** Given up after all attempts is the own batch; what others wait for has attempts of its own. What is refused for good is so for all. */
async function send(open: readonly MessageRow[], message: WebhookMessage, sending: Sending): Promise<Statement> {
  const { target, batch, run, parts } = sending;
  const { taken, final, words } = await postTo(target, message, parts);
  const at = parts.clock.now();
  if (taken) return noteAll(idsOf(open), { delivery: 'sent', proof: words, at });
  if (!final && run.attempt < ATTEMPTS) throw new Error(words);
  const given = final ? open : open.filter((one) => one.batch === batch);
  return noteAll(idsOf(given), { delivery: 'failed', proof: words });
}

type Posted = { readonly taken: boolean; readonly final: boolean; readonly words: string };

/**
 * Posts a message to a place.
 * @returns what came of it, with the words of the other side; where there was none, what stood in the way
 */
export async function postTo(
  { id, format, sealed }: Pick<TargetRow, 'id' | 'format' | 'sealed'>,
  message: WebhookMessage,
  { sealer, sender, clock }: Pick<WebhookParts, 'sealer' | 'sender' | 'clock'>,
): Promise<Posted> {
  try {
    const address = openAddress(sealer, id, sealed);
    return verdictOf(format, await sender.post(postOf(format, message, address, clock.now())));
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { taken: false, final: error instanceof WebhookForbidden, words };
  }
}

/** The people told of the same thing stand in one line. */
function messageOf(id: string, rows: readonly DeliverableRow[], parts: WebhookParts): WebhookMessage {
  const alike = new Map<string, DeliverableRow[]>();
  for (const row of rows) {
    const of = [row.case_id, row.organ_code, row.subject, row.due].join(' ');
    alike.set(of, [...(alike.get(of) ?? []), row]);
  }
  const items = [...alike.values()].flatMap((same) => itemOf(same, parts));
  return { id, kind: 'reminders', title: `依申请公开办件提醒（${String(items.length)}项）`, items };
}

function itemOf(same: readonly DeliverableRow[], parts: WebhookParts): WebhookItem[] {
  const [row] = same;
  if (row === undefined) return [];
  const [about, today] = [aboutOf(row, parts), parts.clock.today()];
  const { calendar } = lawOfRow(row, parts.laws, today);
  const isReminder = row.kind === 'reminder';
  const people = new Map(same.map(({ username, person_name: name }) => [username, { username, name }]));
  return [
    {
      number: about.number,
      deadline: isReminder ? about.deadline : null,
      text: isReminder ? dueLine(about, today, calendar) : newsLine(row.subject),
      due: isReminder ? about.due : null,
      daysLeft: isReminder ? calendar.count(today, about.due) : null,
      url: about.url,
      to: [...people.values()],
    },
  ];
}
