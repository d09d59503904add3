import type { Clock, CommandPool, Statement } from '@gongkai/platform';
import type { LocalDate } from '@gongkai/calendar';
import type { Person } from '../person.js';

type Parts = { readonly pool: CommandPool; readonly clock: Clock };
/** A case that is read. @param path ids from the top of the tree down to its organ */
export type SeenCase = { readonly id: string; readonly number: string; readonly path: readonly string[] };

const NOTE = `
  INSERT INTO access_log (at, on_day, actor_id, organ_path, kind, subject_id, subject_name)
  VALUES ($1, $2, $3, $4, 'case-read', $5, $6) ON CONFLICT DO NOTHING`;

/** Writes down who reads which case: before it is told, and once a day for each. */
export class AccessLog {
  #day: LocalDate | undefined;
  readonly #noted = new Map<string, Promise<unknown>>();

  constructor(private readonly parts: Parts) {}

  /** What this process has written down today is not asked of the database again. */
  async note(person: Pick<Person, 'id'>, seen: SeenCase): Promise<void> {
    const today = this.parts.clock.today();
    if (today !== this.#day) this.#noted.clear();
    this.#day = today;
    const key = `${person.id} ${seen.id}`;
    const noted = this.#noted.get(key) ?? this.parts.pool.query(this.#entry(person.id, seen, today));
    this.#noted.set(key, noted);
    try {
      await noted;
    } catch (error) {
      this.#noted.delete(key);
      throw error;
    }
  }

  #entry(actorId: string, { id, number, path }: SeenCase, today: LocalDate): Statement {
    return { name: 'note-access', text: NOTE, values: [this.parts.clock.now(), today, actorId, path, id, number] };
  }
}
