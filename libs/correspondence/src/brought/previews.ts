import { paperOfStep, Refusal, type Command, type CommandType } from '@gongkai/contracts';
import { isMarkedPreview, type BroughtTools } from './read-brought.js';

/** Steps whose files are, or go out with, a letter; the reply is held against the case as a whole, and the approval sheet goes nowhere. */
const { signReply: _reply, file: _sheet, ...letters } = paperOfStep;
const SENDING: ReadonlySet<CommandType> = new Set<CommandType>([
  ...(Object.keys(letters) as (keyof typeof letters)[]),
  ...(['dispatchNotice', 'dispatch', 'addStamped'] as const),
]);

/** The files of a step by which a letter goes out, by their places. */
export const sentWith = (command: Command): readonly string[] =>
  SENDING.has(command.type) && 'fileIds' in command ? (command.fileIds ?? []) : [];

/** Of the files of a step by which a letter goes out those that are previews of one; without such a step none are read. */
export async function previewsSentWith(command: Command, tools: BroughtTools): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const id of sentWith(command)) if (await isMarkedPreview(id, tools)) found.add(id);
  return found;
}

/** @throws Refusal `invalid-request` with each of the files that is a preview: nothing leaves that bears its mark */
export function refusePreviews(command: Command, previews: ReadonlySet<string>, nameOf: (id: string) => string): void {
  const wrong = sentWith(command).flatMap((id, i) =>
    previews.has(id) ? [{ path: `fileIds.${String(i)}`, code: 'letter-is-preview' as const, facts: { name: nameOf(id) } }] : [],
  );
  if (wrong.length > 0) throw new Refusal('invalid-request', wrong);
}
