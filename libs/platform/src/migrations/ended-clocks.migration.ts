import { ForwardOnly } from './forward-only.js';

/** A clock that has ended keeps the days it ended by: the edition of the imported calendars, null while it runs. */
export class EndedClocks1795906300000 extends ForwardOnly {
  readonly name = 'EndedClocks1795906300000';
  protected readonly statements = ['ALTER TABLE case_file ADD COLUMN clock_edition integer'];
}
