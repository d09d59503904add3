import { ForwardOnly } from './forward-only.js';

/** Numbers that destroyed cases and their documents bore: who looks for gaps in a series finds them here. */
const DESTROYED_NUMBER = `
  CREATE TABLE destroyed_number (
    disposal_id uuid NOT NULL REFERENCES disposal,
    organ_id uuid NOT NULL REFERENCES organ,
    kind text NOT NULL,
    year integer NOT NULL,
    number text NOT NULL
  )`;

/** Of lists that were carried out before, only the numbers of the cases are known: the first year in each is its own. */
const EARLIER = `
  INSERT INTO destroyed_number
  SELECT disposal.id, disposal.organ_id, 'case', substring(number FROM '(?:19|20)\\d\\d')::int, number
    FROM disposal_case JOIN disposal ON disposal.id = disposal_id
   WHERE verdict = 'destroy' AND state = 'carried-out' AND number ~ '(19|20)\\d\\d'`;

/** What a list of what was destroyed proves of the series. */
export class DestroyedNumbers1795902200002 extends ForwardOnly {
  readonly name = 'DestroyedNumbers1795902200002';
  protected readonly statements = [
    DESTROYED_NUMBER,
    'CREATE INDEX destroyed_number_series ON destroyed_number (organ_id, kind, year)',
    EARLIER,
    'CREATE TRIGGER destroyed_number_stands BEFORE UPDATE OR DELETE ON destroyed_number FOR EACH ROW EXECUTE FUNCTION disposal_stands()',
  ];
}
