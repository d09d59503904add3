import type { Statement } from '@gongkai/platform';

/** Whether somebody goes on with an import, of a row of `register_import`. */
export const IS_RUNNING = `CASE WHEN ended_at IS NULL AND undone_at IS NULL THEN EXISTS (
  SELECT FROM outbox
   WHERE job = 'import-register' AND payload ->> 'importId' = register_import.id::text AND done_at IS NULL AND dead_at IS NULL)
  ELSE false END`;

/** A worker goes on with an import. */
export const nextRows = (importId: string): Statement => ({
  name: 'import-next-rows',
  text: `
    INSERT INTO outbox (id, job, payload)
    VALUES (gen_random_uuid(), 'import-register', jsonb_build_object('importId', $1::text))`,
  values: [importId],
});
