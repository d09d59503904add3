import type { LocalDate } from '@gongkai/calendar';
import type { DataSource } from 'typeorm';
import type { Organ } from './telling.js';

const ORGAN = `
  SELECT name_zh AS name,
         (SELECT content FROM guide WHERE guide.organ_id = organ.id AND valid_from <= $2
           ORDER BY valid_from DESC, version DESC LIMIT 1) AS guide
    FROM organ WHERE id = $1`;

/** An organ as its papers tell it, with the guide in force on a day; undefined where there is no such organ. */
export async function readOrgan(source: DataSource, organId: string, on: LocalDate): Promise<Organ | undefined> {
  const [organ] = await source.query<Organ[]>(ORGAN, [organId, on]);
  return organ;
}
