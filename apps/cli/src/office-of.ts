import type { Person } from '@gongkai/casework';
import { Refusal } from '@gongkai/contracts';
import type { CommandPool } from '@gongkai/platform';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Somebody who reads all of an office and of what is below it. @throws Refusal `unknown-organ` */
export async function officeOf(pool: CommandPool, code: string): Promise<Person> {
  const text = 'SELECT id, path FROM organ WHERE code = $1';
  const { rows } = await pool.query<{ id: string; path: string[] }>({ text, values: [code] });
  const [row] = rows;
  if (row === undefined) throw new Refusal('invalid-request', [{ path: 'organ', code: 'unknown-organ', facts: { name: code } }]);
  const office = { organId: row.id, organCode: code, organPath: row.path };
  return {
    id: NOBODY,
    username: '',
    name: '',
    ...office,
    roles: ['auditor'],
    ogiHead: false,
    titles: [],
    standsFor: [],
    substituteFor: [],
    seesBelow: true,
  };
}
