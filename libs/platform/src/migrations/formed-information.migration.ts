import { ForwardOnly } from './forward-only.js';

/**
 * Information that was formed or changed and has to be public (REG 26): what it is and on which day it came about. Until when, is
 * reckoned from that; another law may set another term, with its source. It ends as published, as answered with a reason, or as a
 * mistake of whoever entered it.
 */
const FORMED = `
  CREATE TABLE formed_information (
    id uuid PRIMARY KEY,
    organ_id uuid NOT NULL REFERENCES organ ON DELETE CASCADE,
    number text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL,
    change text NOT NULL CHECK (change IN ('formed', 'changed')),
    on_day date NOT NULL,
    unit_id uuid REFERENCES organ ON DELETE SET NULL,
    note text NOT NULL,
    url text,
    index_number text,
    term_days integer CHECK (term_days > 0),
    term_unit text CHECK (term_unit IN ('working_days', 'calendar_days')),
    term_source text,
    entered_at timestamptz NOT NULL,
    entered_by uuid NOT NULL REFERENCES person,
    ended_as text CHECK (ended_as IN ('published', 'answered', 'mistaken')),
    ended_at timestamptz,
    ended_by uuid REFERENCES person,
    reason text,
    disclosure_id uuid REFERENCES disclosure,
    UNIQUE (organ_id, number),
    CHECK ((ended_as IS NULL) = (ended_at IS NULL)),
    CHECK ((ended_as = 'published') IS NOT DISTINCT FROM (disclosure_id IS NOT NULL) OR ended_as IS NULL AND disclosure_id IS NULL),
    CHECK ((term_days IS NULL) = (term_source IS NULL) AND (term_days IS NULL) = (term_unit IS NULL))
  )`;

/** What has to be published, known before it is. */
export class FormedInformation1795904000001 extends ForwardOnly {
  readonly name = 'FormedInformation1795904000001';
  protected readonly statements = [
    FORMED,
    'CREATE INDEX formed_information_open ON formed_information (organ_id) WHERE ended_as IS NULL',
    `CREATE UNIQUE INDEX formed_information_once ON formed_information (organ_id, kind, on_day, title)
      WHERE ended_as IS DISTINCT FROM 'mistaken'`,
  ];
}
