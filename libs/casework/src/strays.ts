import type { CommandPool, FileStore, Stray } from '@gongkai/platform';

const DAY_MS = 86_400_000;
/** A file is noted within seconds after it was kept, or its sender is told that it was not. */
const OLDER_THAN_MS = DAY_MS;
/** As long as somebody may find that too old a backup was put back, and put back a newer one. */
export const ASIDE_DAYS = 90;
/** Ids that are asked for at once. */
const BATCH = 1000;

/**
 * Of files, those that nobody names: no organ has noted them, and no step names them. A step may name one that the register lost, which
 * `audit verify` tells; it stays where it can be found.
 */
const UNNAMED = `
  SELECT id FROM unnest($1::text[]) AS kept (id)
   WHERE NOT EXISTS (SELECT FROM stored_file WHERE stored_file.id = kept.id)
     AND NOT EXISTS (SELECT FROM journal WHERE fact ? 'fileIds' AND fact -> 'fileIds' ? kept.id)`;

/** @param now by the clock of the machine: files have its time */
type Parts = { readonly pool: Pick<CommandPool, 'query'>; readonly store: Pick<FileStore, 'aside'>; readonly now: Date };

/** What nobody names: in the store for more than a day, and set aside. */
export type Strays = { readonly strays: readonly Stray[]; readonly aside: readonly Stray[] };

/**
 * Looks for what nobody names. Whoever is cut off between keeping a file and noting it leaves one; so does a database that was put back to an
 * earlier moment.
 */
export async function straysIn(parts: Parts): Promise<Strays> {
  const { aside } = parts.store;
  const before = new Date(parts.now.getTime() - OLDER_THAN_MS);
  const strays: Stray[] = [];
  for await (const ids of aside.kept())
    for (const id of await unnamedOf(ids, parts)) {
      const stray = await aside.look(id, before);
      if (stray !== undefined) strays.push(stray);
    }
  return { strays, aside: await aside.all() };
}

/** Sets aside what nobody names. What somebody names meanwhile is put back at once, and what is named later when it is asked for. */
export async function setStraysAside(parts: Parts): Promise<readonly Stray[]> {
  const { strays } = await straysIn(parts);
  for (const { id } of strays) await parts.store.aside.put(id, parts.now);
  const unnamed = await unnamedOf(
    strays.map(({ id }) => id),
    parts,
  );
  for (const { id } of strays) if (!unnamed.has(id)) await parts.store.aside.bringBack(id);
  return strays.filter(({ id }) => unnamed.has(id));
}

/** What was done with what lay aside. */
export type StrayRemoval = { readonly removed: readonly Stray[]; readonly broughtBack: readonly string[] };

/** Puts back what lies aside and is named, and removes for good what has lain there for {@link ASIDE_DAYS} and still nobody names. */
export async function removeStrays(parts: Parts): Promise<StrayRemoval> {
  const { aside } = parts.store;
  const all = await aside.all();
  const unnamed = await unnamedOf(
    all.map(({ id }) => id),
    parts,
  );
  const before = parts.now.getTime() - ASIDE_DAYS * DAY_MS;
  const broughtBack = all.filter(({ id }) => !unnamed.has(id)).map(({ id }) => id);
  const removed = all.filter(({ id, since }) => unnamed.has(id) && since.getTime() < before);
  for (const id of broughtBack) await aside.bringBack(id);
  for (const { id } of removed) await aside.remove(id);
  return { removed, broughtBack };
}

async function unnamedOf(ids: readonly string[], { pool }: Parts): Promise<ReadonlySet<string>> {
  const unnamed = new Set<string>();
  for (let at = 0; at < ids.length; at += BATCH) {
    const { rows } = await pool.query<{ id: string }>({ text: UNNAMED, values: [ids.slice(at, at + BATCH)] });
    for (const { id } of rows) unnamed.add(id);
  }
  return unnamed;
}
