import { hash } from '@node-rs/argon2';
import { DEMO_PASSWORD } from '../../../dist/libs/simulation/src/index.js';

/** The least that argon2id takes: people log in every morning of a year, twice. */
const LEAST = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** Units are reached as the first of those that tell it: else no letter of theirs is drawn. */
const GUIDES = `
  INSERT INTO guide (organ_id, version, valid_from, content, changed_at)
  SELECT organ.id, 1, told.valid_from, told.content, told.changed_at
    FROM organ CROSS JOIN (SELECT * FROM guide WHERE content ? 'court' ORDER BY organ_id LIMIT 1) AS told
   WHERE organ.id NOT IN (SELECT organ_id FROM guide)`;

/** What people need who act over HTTP: passwords that are looked at quickly, and addresses for the letters that are drawn. */
export async function furnish(office) {
  await office.ask(GUIDES);
  await office.ask(`UPDATE person SET password_hash = '${await hash(DEMO_PASSWORD, LEAST)}'`);
}
