import { ForwardOnly } from './forward-only.js';

/** What was approved is burnt as it was approved: until it is, approval can be taken back, with the marks as they are. */
const STANDS = `
  CREATE OR REPLACE FUNCTION redaction_stands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state = 'burnt'
       OR OLD.marks_hash IS NOT NULL
          AND NOT (NEW.state = 'marking' AND NEW.marks_hash IS NULL AND (NEW.marks, NEW.source_id) = (OLD.marks, OLD.source_id))
          AND (NEW.marks, NEW.marks_hash, NEW.source_id) IS DISTINCT FROM (OLD.marks, OLD.marks_hash, OLD.source_id) THEN
      RAISE EXCEPTION 'an approved redaction is not changed';
    END IF;
    RETURN NEW;
  END $$`;

/** A redaction that is being burnt can be stopped. */
export class RedactionsStopped1795903000001 extends ForwardOnly {
  readonly name = 'RedactionsStopped1795903000001';
  protected readonly statements = [STANDS];
}
