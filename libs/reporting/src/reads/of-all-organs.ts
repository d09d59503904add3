import { EVERYTHING, withSight, type CommandPool, type Statement } from '@gongkai/platform';

/**
 * Asks in every organ: who heads one reads the numbers of all below it, whose cases they do not see ({@link readsBelow}). Of which organs, or which
 * cases, is said by the statement.
 */
export const ofAllOrgans = async <Row extends object>(pool: CommandPool, statement: Statement): Promise<readonly Row[]> =>
  (await withSight(EVERYTHING, () => pool.query<Row>(statement))).rows;
