import { ForwardOnly } from './forward-only.js';

/**
 * An answer on its way into the catalogue (REG 44): it becomes the entry with its own id. `findings` is what was found in it that is known of
 * a person, `read` how many pages of its file were looked through for that, `made_by` everybody who has written it.
 */
const PUBLICATION_DRAFT = `
  CREATE TABLE publication_draft (
    id uuid PRIMARY KEY,
    case_id uuid NOT NULL REFERENCES case_file,
    organ_id uuid NOT NULL REFERENCES organ,
    version integer NOT NULL DEFAULT 1,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'reviewing', 'reviewed', 'published', 'dropped')),
    begun_on date NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    kind text NOT NULL,
    index_number text NOT NULL,
    made_on date,
    file_id text NOT NULL,
    read integer NOT NULL,
    total integer,
    wordless integer[] NOT NULL,
    findings jsonb NOT NULL,
    made_by uuid[] NOT NULL,
    reviewed_hash text,
    published_on date,
    history jsonb NOT NULL,
    FOREIGN KEY (file_id, organ_id) REFERENCES stored_file (id, organ_id)
  )`;

/** What was reviewed is what is published: it is changed only by going back before the review. */
const STANDS = `
  CREATE FUNCTION publication_draft_stands() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF OLD.state IN ('published', 'dropped') OR OLD.state <> 'draft' AND
       (NEW.title, NEW.summary, NEW.kind, NEW.index_number, NEW.made_on, NEW.file_id)
         IS DISTINCT FROM (OLD.title, OLD.summary, OLD.kind, OLD.index_number, OLD.made_on, OLD.file_id) THEN
      RAISE EXCEPTION 'a draft that was handed on is not changed';
    END IF;
    RETURN NEW;
  END $$`;

/** Publications that are made of answers. */
export class PublicationDrafts1795784900000 extends ForwardOnly {
  readonly name = 'PublicationDrafts1795784900000';
  protected readonly statements = [
    PUBLICATION_DRAFT,
    'CREATE INDEX publication_draft_of_case ON publication_draft (case_id, begun_on)',
    `CREATE INDEX publication_draft_open ON publication_draft (begun_on) WHERE state IN ('draft', 'reviewing', 'reviewed')`,
    STANDS,
    `CREATE TRIGGER publication_draft_stands BEFORE UPDATE ON publication_draft FOR EACH ROW EXECUTE FUNCTION publication_draft_stands()`,
  ];
}
