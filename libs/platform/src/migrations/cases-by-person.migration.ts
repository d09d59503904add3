import { ForwardOnly } from './forward-only.js';

/**
 * The parts of an application are looked for by what they are parts of, with every step; what a person has held, open or over, before they
 * leave. Neither column changes with a step, so that the rows are still written without their indexes.
 */
export class CasesByPerson1795908100000 extends ForwardOnly {
  readonly name = 'CasesByPerson1795908100000';
  protected readonly statements = [
    'DROP INDEX case_file_parts',
    'CREATE INDEX case_file_parts ON case_file (part_of, id) WHERE part_of IS NOT NULL',
    'CREATE INDEX case_file_assignee ON case_file (assignee_id)',
  ];
}
