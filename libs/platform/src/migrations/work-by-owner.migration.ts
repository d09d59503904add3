import { ForwardOnly } from './forward-only.js';

/**
 * The table of what is in somebody's hands follows its case in a trigger. Behind the wall its policies were asked three times for a row that the
 * policy of the case had let through a moment before: half of what the write of a step took (docs/decisions/0206). As its owner, and with the
 * tables of this schema alone, the trigger asks none; whoever writes to that table by hand is asked as before.
 */
export class WorkByOwner1795910600000 extends ForwardOnly {
  readonly name = 'WorkByOwner1795910600000';
  protected readonly statements = [
    `DO $do$ BEGIN
      EXECUTE format('ALTER FUNCTION case_in_work_follows() SECURITY DEFINER SET search_path = %I, pg_temp', current_schema());
    END $do$`,
    'REVOKE EXECUTE ON FUNCTION case_in_work_follows() FROM PUBLIC',
  ];
}
