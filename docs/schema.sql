CREATE OR REPLACE FUNCTION public.annual_report_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'A frozen report stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $function$;

CREATE OR REPLACE FUNCTION public.calendar_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    RAISE EXCEPTION 'An imported calendar stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $function$;

CREATE OR REPLACE FUNCTION public.case_in_work_follows()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
    BEGIN
      IF NEW.in_work THEN
        INSERT INTO case_in_work AS kept (id, organ_id, assignee_id, state, channel, clock, stopped, turn_role, due, received_on, opened_on, closed_on, waits, extended) VALUES (NEW.id, NEW.organ_id, NEW.assignee_id, NEW.state, NEW.channel, NEW.clock, NEW.stopped, NEW.turn_role, NEW.due, NEW.received_on, NEW.opened_on, NEW.closed_on, NEW.waits, coalesce(NEW.pace ->> 'extendedOn' >= coalesce(NEW.pace ->> 'restartedOn', ''), false))
        ON CONFLICT (id) DO UPDATE SET (id, organ_id, assignee_id, state, channel, clock, stopped, turn_role, due, received_on, opened_on, closed_on, waits, extended) = (excluded.id, excluded.organ_id, excluded.assignee_id, excluded.state, excluded.channel, excluded.clock, excluded.stopped, excluded.turn_role, excluded.due, excluded.received_on, excluded.opened_on, excluded.closed_on, excluded.waits, excluded.extended)
          WHERE kept IS DISTINCT FROM excluded;
      ELSE
        DELETE FROM case_in_work WHERE id = NEW.id;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.cases_about_record(file text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT DISTINCT case_id FROM journal WHERE fact ? 'recordIds' AND fact -> 'recordIds' ? file $function$;

CREATE OR REPLACE FUNCTION public.cases_merged_into(kept uuid)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT case_id FROM journal WHERE type = 'MERGED' AND (fact ->> 'intoCaseId')::uuid = kept $function$;

CREATE OR REPLACE FUNCTION public.cases_saying(said tsquery)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT id FROM case_file WHERE search @@ said $function$;

CREATE OR REPLACE FUNCTION public.cases_with_file(file text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ SELECT DISTINCT case_id FROM journal WHERE fact ? 'fileIds' AND fact -> 'fileIds' ? file $function$;

CREATE OR REPLACE FUNCTION public.common_pairs(counted text)
 RETURNS TABLE(pair text, frequency real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ 
    SELECT common.pair, common.frequency
      FROM pg_stats, unnest(most_common_elems::text::text[], most_common_elem_freqs[1:array_length(most_common_elems::text::text[], 1)])
             AS common (pair, frequency)
     WHERE schemaname = current_schema() AND tablename = counted AND attname = 'search' $function$;

CREATE OR REPLACE FUNCTION public.disposal_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF TG_TABLE_NAME = 'disposal' AND TG_OP = 'UPDATE' THEN
      IF (NEW.id, NEW.organ_id, NEW.listed_at, NEW.hash) IS NOT DISTINCT FROM (OLD.id, OLD.organ_id, OLD.listed_at, OLD.hash)
         AND (OLD.state, NEW.state) IN (('listed', 'approved'), ('listed', 'sent-back'), ('listed', 'carried-out'), ('approved', 'sent-back'), ('approved', 'carried-out')) THEN
        RETURN NEW;
      END IF;
    END IF;
    RAISE EXCEPTION 'A list of what is destroyed stays: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $function$;

CREATE OR REPLACE FUNCTION public.earlier_reply_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
    BEGIN
      IF (NEW.file #>> '{round,number}')::int > (OLD.file #>> '{round,number}')::int THEN
        IF OLD.replied_on IS NOT NULL THEN
          INSERT INTO earlier_reply (case_id, round, replied_on, final_due, provisional_due, cautious_due, pace)
          VALUES (OLD.id, (OLD.file #>> '{round,number}')::int, OLD.replied_on, OLD.final_due, OLD.provisional_due, OLD.cautious_due, OLD.pace);
        ELSIF OLD.closed_on IS NULL AND least(coalesce(OLD.final_due, OLD.provisional_due), OLD.cautious_due) < (NEW.file #>> '{round,order,servedOn}')::date THEN
          INSERT INTO earlier_reply (case_id, round, missed, replied_on, final_due, provisional_due, cautious_due, pace)
          VALUES (OLD.id, (OLD.file #>> '{round,number}')::int, true, least(coalesce(OLD.final_due, OLD.provisional_due), OLD.cautious_due), OLD.final_due, OLD.provisional_due, OLD.cautious_due, OLD.pace);
        END IF;
      END IF;
      IF OLD.concluded_on <> NEW.concluded_on THEN
        UPDATE earlier_reply SET replied_on = NEW.concluded_on
         WHERE case_id = NEW.id AND replied_on = OLD.concluded_on AND NOT missed;
      END IF;
      RETURN NULL;
    END $function$;

CREATE OR REPLACE FUNCTION public.journal_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF current_setting('app.falsify_journal', true) = 'on' THEN
      RETURN coalesce(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' AND TG_TABLE_NAME = 'journal' THEN
      IF EXISTS (
        SELECT FROM imported_case JOIN case_file ON case_file.id = imported_case.case_id
         WHERE imported_case.case_id = OLD.case_id AND imported_case.removed_at IS NOT NULL
           AND imported_case.last_hash = case_file.last_hash)
      OR EXISTS (
        SELECT FROM disposal_case
          JOIN disposal ON disposal.id = disposal_case.disposal_id
          JOIN case_file ON case_file.id = disposal_case.case_id
         WHERE disposal_case.case_id = OLD.case_id AND disposal_case.verdict = 'destroy' AND disposal.state = 'approved'
           AND disposal_case.last_hash = case_file.last_hash) THEN
        RETURN OLD;
      END IF;
    END IF;
    RAISE EXCEPTION 'The journal is only added to: % is refused.', TG_OP USING ERRCODE = 'restrict_violation';
  END $function$;

CREATE OR REPLACE FUNCTION public.organs_below()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
    SELECT array_agg(id) FROM organ WHERE path @> ARRAY[nullif(current_setting('gongkai.organ', true), '')::uuid]
  $function$;

CREATE OR REPLACE FUNCTION public.publication_draft_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF OLD.state IN ('published', 'dropped') OR OLD.state <> 'draft' AND
       (NEW.title, NEW.summary, NEW.kind, NEW.index_number, NEW.made_on, NEW.file_id)
         IS DISTINCT FROM (OLD.title, OLD.summary, OLD.kind, OLD.index_number, OLD.made_on, OLD.file_id) THEN
      RAISE EXCEPTION 'a draft that was handed on is not changed';
    END IF;
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.redaction_stands()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
  BEGIN
    IF OLD.state = 'burnt'
       OR OLD.marks_hash IS NOT NULL
          AND NOT (NEW.state = 'marking' AND NEW.marks_hash IS NULL AND (NEW.marks, NEW.source_id) = (OLD.marks, OLD.source_id))
          AND (NEW.marks, NEW.marks_hash, NEW.source_id) IS DISTINCT FROM (OLD.marks, OLD.marks_hash, OLD.source_id) THEN
      RAISE EXCEPTION 'an approved redaction is not changed';
    END IF;
    RETURN NEW;
  END $function$;

CREATE OR REPLACE FUNCTION public.requests_open()
 RETURNS TABLE(person_id uuid, open integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$ 
    SELECT (one ->> 'person')::uuid, count(*)::int
      FROM case_file, jsonb_array_elements(case_file.file -> 'unitRequests') AS one
     WHERE case_file.waits <> '{}' AND 'unit' = ANY (case_file.waits) AND case_file.closed_on IS NULL AND one ->> 'answeredOn' IS NULL
     GROUP BY 1 $function$;

CREATE TABLE absence (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date NOT NULL,
  substitute_id uuid,
  CONSTRAINT absence_pkey PRIMARY KEY (id),
  CONSTRAINT absence_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT absence_substitute_id_fkey FOREIGN KEY (substitute_id) REFERENCES person(id),
  CONSTRAINT absence_check CHECK ((to_day >= from_day))
);
CREATE INDEX absence_person ON public.absence USING btree (person_id, from_day);

CREATE TABLE access_log (
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  on_day date NOT NULL,
  actor_id uuid NOT NULL,
  organ_path uuid[] NOT NULL,
  kind text NOT NULL,
  subject_id uuid NOT NULL,
  subject_name text NOT NULL,
  CONSTRAINT access_log_pkey PRIMARY KEY (seq),
  CONSTRAINT access_log_actor_id_subject_id_kind_on_day_key UNIQUE (actor_id, subject_id, kind, on_day),
  CONSTRAINT access_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id)
);
CREATE INDEX access_log_at ON public.access_log USING btree (at, seq);
CREATE INDEX access_log_organ ON public.access_log USING btree ((organ_path[cardinality(organ_path)]), at);
CREATE TRIGGER access_log_stays BEFORE DELETE OR UPDATE ON public.access_log FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER access_log_stays_whole BEFORE TRUNCATE ON public.access_log FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();

CREATE TABLE admin_log (
  seq bigint NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  organ_path uuid[] NOT NULL,
  action text NOT NULL,
  subject_id uuid NOT NULL,
  subject_name text NOT NULL,
  before jsonb,
  after jsonb,
  CONSTRAINT admin_log_pkey PRIMARY KEY (seq),
  CONSTRAINT admin_log_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id)
);
CREATE INDEX admin_log_at ON public.admin_log USING btree (at, seq);
CREATE INDEX admin_log_organ ON public.admin_log USING btree ((organ_path[cardinality(organ_path)]), at);
CREATE INDEX admin_log_subject ON public.admin_log USING btree (subject_id);
CREATE TRIGGER admin_log_stays BEFORE DELETE OR UPDATE ON public.admin_log FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER admin_log_stays_whole BEFORE TRUNCATE ON public.admin_log FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();

CREATE TABLE alarm (
  case_id uuid NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL DEFAULT ''::text,
  rings_on date,
  due date,
  provisional boolean NOT NULL DEFAULT false,
  CONSTRAINT alarm_pkey PRIMARY KEY (case_id, kind, subject),
  CONSTRAINT alarm_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX alarm_rings_on ON public.alarm USING btree (rings_on);
ALTER TABLE alarm ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON alarm FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = alarm.case_id)
 OFFSET 0)));

CREATE TABLE annual_report (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  year integer NOT NULL,
  scope text NOT NULL,
  format text NOT NULL,
  frozen_at timestamp with time zone NOT NULL,
  frozen_by uuid NOT NULL,
  content jsonb NOT NULL,
  behind jsonb NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT annual_report_pkey PRIMARY KEY (id),
  CONSTRAINT annual_report_organ_id_year_scope_key UNIQUE (organ_id, year, scope),
  CONSTRAINT annual_report_frozen_by_fkey FOREIGN KEY (frozen_by) REFERENCES person(id),
  CONSTRAINT annual_report_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT annual_report_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'below'::text])))
);
CREATE TRIGGER annual_report_stays BEFORE DELETE OR UPDATE ON public.annual_report FOR EACH ROW EXECUTE FUNCTION annual_report_stays();
CREATE TRIGGER annual_report_stays_whole BEFORE TRUNCATE ON public.annual_report FOR EACH STATEMENT EXECUTE FUNCTION annual_report_stays();

CREATE TABLE annual_report_entry (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  year integer NOT NULL,
  scope text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL,
  numbers jsonb NOT NULL,
  texts jsonb NOT NULL,
  written_by uuid[] NOT NULL,
  history jsonb NOT NULL,
  CONSTRAINT annual_report_entry_pkey PRIMARY KEY (id),
  CONSTRAINT annual_report_entry_organ_id_year_scope_key UNIQUE (organ_id, year, scope),
  CONSTRAINT annual_report_entry_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT annual_report_entry_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'below'::text]))),
  CONSTRAINT annual_report_entry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'approved'::text])))
);

CREATE TABLE api_token (
  id uuid NOT NULL,
  name text NOT NULL,
  token_hash text NOT NULL,
  person_id uuid NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  scopes text[] NOT NULL,
  expires_on date,
  CONSTRAINT api_token_pkey PRIMARY KEY (id),
  CONSTRAINT api_token_token_hash_key UNIQUE (token_hash),
  CONSTRAINT api_token_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

CREATE TABLE appearing (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT appearing_pkey PRIMARY KEY (id),
  CONSTRAINT appearing_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
);
CREATE INDEX appearing_case ON public.appearing USING btree (case_id);
ALTER TABLE appearing ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON appearing FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = appearing.case_id)
 OFFSET 0)));

CREATE TABLE applicant (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  category text NOT NULL,
  name text NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT applicant_pkey PRIMARY KEY (id),
  CONSTRAINT applicant_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);
CREATE INDEX applicant_name ON public.applicant USING btree (name, kind);
ALTER TABLE applicant ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON applicant FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE assessment (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  year integer NOT NULL,
  quarter integer,
  from_day date NOT NULL,
  to_day date NOT NULL,
  scheme jsonb NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  begun_by uuid,
  CONSTRAINT assessment_pkey PRIMARY KEY (id),
  CONSTRAINT assessment_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(id),
  CONSTRAINT assessment_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT assessment_quarter_check CHECK (((quarter >= 1) AND (quarter <= 4)))
);
CREATE UNIQUE INDEX assessment_period ON public.assessment USING btree (organ_id, year, COALESCE(quarter, 0));

CREATE TABLE assessment_organ (
  assessment_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL,
  entries jsonb NOT NULL,
  figures jsonb,
  history jsonb NOT NULL,
  CONSTRAINT assessment_organ_pkey PRIMARY KEY (assessment_id, organ_id),
  CONSTRAINT assessment_organ_assessment_id_fkey FOREIGN KEY (assessment_id) REFERENCES assessment(id),
  CONSTRAINT assessment_organ_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT assessment_organ_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'told'::text, 'settled'::text])))
);
CREATE INDEX assessment_organ_whose ON public.assessment_organ USING btree (organ_id);

CREATE TABLE audit_leaf (
  organ_id uuid NOT NULL,
  day date NOT NULL,
  kind text NOT NULL,
  subject uuid NOT NULL,
  seq bigint NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT audit_leaf_pkey PRIMARY KEY (kind, subject, seq),
  CONSTRAINT audit_leaf_organ_id_day_fkey FOREIGN KEY (organ_id, day) REFERENCES audit_root(organ_id, day),
  CONSTRAINT audit_leaf_kind_check CHECK ((kind = ANY (ARRAY['case'::text, 'record'::text, 'log'::text, 'access'::text])))
);
CREATE INDEX audit_leaf_day ON public.audit_leaf USING btree (organ_id, day);
CREATE TRIGGER audit_leaf_stays BEFORE DELETE OR UPDATE ON public.audit_leaf FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER audit_leaf_stays_whole BEFORE TRUNCATE ON public.audit_leaf FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();

CREATE TABLE audit_root (
  organ_id uuid NOT NULL,
  day date NOT NULL,
  entries integer NOT NULL,
  leaves character(64) NOT NULL,
  previous character(64) NOT NULL,
  signed_at timestamp with time zone NOT NULL,
  key character(64) NOT NULL,
  public_key text NOT NULL,
  signature text NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT audit_root_pkey PRIMARY KEY (organ_id, day),
  CONSTRAINT audit_root_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);
CREATE TRIGGER audit_root_stays BEFORE DELETE OR UPDATE ON public.audit_root FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER audit_root_stays_whole BEFORE TRUNCATE ON public.audit_root FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();

CREATE TABLE calendar_edition (
  id integer NOT NULL,
  import_id uuid NOT NULL,
  act text NOT NULL,
  by_person uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  reason text,
  first_day date NOT NULL,
  finished_at timestamp with time zone,
  CONSTRAINT calendar_edition_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_edition_import_id_act_key UNIQUE (import_id, act),
  CONSTRAINT calendar_edition_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  CONSTRAINT calendar_edition_import_id_fkey FOREIGN KEY (import_id) REFERENCES calendar_import(id),
  CONSTRAINT calendar_edition_act_check CHECK ((act = ANY (ARRAY['approve'::text, 'revert'::text])))
);
CREATE INDEX calendar_edition_open ON public.calendar_edition USING btree (id) WHERE (finished_at IS NULL);

CREATE TABLE calendar_feed (
  id uuid NOT NULL,
  secret_hash text NOT NULL,
  scope text NOT NULL,
  person_id uuid NOT NULL,
  language text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  CONSTRAINT calendar_feed_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_feed_secret_hash_key UNIQUE (secret_hash),
  CONSTRAINT calendar_feed_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT calendar_feed_scope_check CHECK ((scope = ANY (ARRAY['person'::text, 'organ'::text])))
);
CREATE UNIQUE INDEX calendar_feed_in_force ON public.calendar_feed USING btree (person_id, scope) WHERE (revoked_at IS NULL);

CREATE TABLE calendar_import (
  id uuid NOT NULL,
  region text NOT NULL,
  year integer NOT NULL,
  version integer NOT NULL,
  content jsonb NOT NULL,
  organ_id uuid,
  organs uuid[],
  CONSTRAINT calendar_import_pkey PRIMARY KEY (id),
  CONSTRAINT calendar_import_region_year_version_key UNIQUE (region, year, version),
  CONSTRAINT calendar_import_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT calendar_import_whose CHECK (((organ_id IS NULL) = (organs IS NULL)))
);
CREATE TRIGGER calendar_stays BEFORE DELETE OR UPDATE ON public.calendar_import FOR EACH ROW EXECUTE FUNCTION calendar_stays();

CREATE TABLE calendar_move (
  edition integer NOT NULL,
  case_id uuid NOT NULL,
  moves jsonb NOT NULL,
  problem text,
  CONSTRAINT calendar_move_pkey PRIMARY KEY (edition, case_id),
  CONSTRAINT calendar_move_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE,
  CONSTRAINT calendar_move_edition_fkey FOREIGN KEY (edition) REFERENCES calendar_edition(id)
);
CREATE INDEX calendar_move_case ON public.calendar_move USING btree (case_id);

CREATE TABLE case_file (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  number text NOT NULL,
  version integer NOT NULL,
  state text NOT NULL,
  value jsonb NOT NULL,
  machine_version integer NOT NULL,
  file jsonb NOT NULL,
  statute text NOT NULL,
  channel text NOT NULL,
  subject text NOT NULL,
  applicant_id uuid NOT NULL,
  applicant_name text NOT NULL,
  received_on date,
  final_due date,
  provisional_due date,
  cautious_due date,
  clock text NOT NULL,
  stopped boolean NOT NULL DEFAULT false,
  assignee_id uuid,
  turn_role text,
  turn_since date,
  outcome text,
  opened_on date NOT NULL,
  closed_on date,
  seq integer NOT NULL,
  last_hash character(64) NOT NULL,
  search tsvector,
  number_year integer NOT NULL,
  serial integer NOT NULL,
  due date,
  words text,
  in_work boolean NOT NULL DEFAULT true,
  waits text[] NOT NULL DEFAULT '{}'::text[],
  concluded_on date,
  concluded_as text,
  concluded_for text,
  challenged_from date,
  challenged_until date,
  replied_on date,
  pace jsonb NOT NULL DEFAULT '{}'::jsonb,
  clock_edition integer,
  filed_on date,
  part_of uuid,
  CONSTRAINT case_file_pkey PRIMARY KEY (id),
  CONSTRAINT case_file_organ_id_number_key UNIQUE (organ_id, number),
  CONSTRAINT case_file_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES applicant(id),
  CONSTRAINT case_file_assignee_id_fkey FOREIGN KEY (assignee_id) REFERENCES person(id),
  CONSTRAINT case_file_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);
CREATE INDEX case_file_applicant ON public.case_file USING btree (applicant_id);
CREATE INDEX case_file_assignee ON public.case_file USING btree (assignee_id);
CREATE INDEX case_file_challenged ON public.case_file USING gist (daterange(challenged_from, challenged_until, '[]'::text)) WHERE (challenged_from IS NOT NULL);
CREATE INDEX case_file_due_first ON public.case_file USING btree (due, id);
CREATE INDEX case_file_due_last ON public.case_file USING btree (due DESC NULLS LAST, id DESC);
CREATE INDEX case_file_filed ON public.case_file USING btree (organ_id, filed_on) WHERE (filed_on IS NOT NULL);
CREATE INDEX case_file_in_hand ON public.case_file USING btree (assignee_id) WHERE in_work;
CREATE INDEX case_file_in_work ON public.case_file USING btree (organ_id, due, id) WHERE in_work;
CREATE INDEX case_file_number ON public.case_file USING btree (number);
CREATE INDEX case_file_open_days ON public.case_file USING gist (daterange(LEAST(received_on, concluded_on),
CASE
    WHEN (concluded_on IS NULL) THEN NULL::date
    ELSE GREATEST(received_on, concluded_on)
END, '[]'::text)) WHERE (received_on IS NOT NULL);
CREATE INDEX case_file_opened_first ON public.case_file USING btree (opened_on, id);
CREATE INDEX case_file_opened_last ON public.case_file USING btree (opened_on DESC NULLS LAST, id DESC);
CREATE INDEX case_file_parts ON public.case_file USING btree (part_of, id) WHERE (part_of IS NOT NULL);
CREATE INDEX case_file_received ON public.case_file USING btree (organ_id, received_on);
CREATE INDEX case_file_received_first ON public.case_file USING btree (received_on, id);
CREATE INDEX case_file_received_last ON public.case_file USING btree (received_on DESC NULLS LAST, id DESC);
CREATE INDEX case_file_replied ON public.case_file USING btree (replied_on, organ_id) WHERE (replied_on IS NOT NULL);
CREATE INDEX case_file_search ON public.case_file USING gin (search);
CREATE UNIQUE INDEX case_file_serial ON public.case_file USING btree (organ_id, number_year, serial);
CREATE INDEX case_file_waits ON public.case_file USING btree (organ_id, due, id) WHERE (waits <> '{}'::text[]);
CREATE TRIGGER case_in_work_follows AFTER UPDATE ON public.case_file FOR EACH ROW WHEN ((old.in_work OR new.in_work)) EXECUTE FUNCTION case_in_work_follows();
CREATE TRIGGER case_in_work_opens AFTER INSERT ON public.case_file FOR EACH ROW WHEN (new.in_work) EXECUTE FUNCTION case_in_work_follows();
CREATE TRIGGER earlier_reply_stays AFTER UPDATE ON public.case_file FOR EACH ROW WHEN (((old.concluded_on IS NOT NULL) OR (old.final_due IS DISTINCT FROM new.final_due) OR (old.provisional_due IS DISTINCT FROM new.provisional_due))) EXECUTE FUNCTION earlier_reply_stays();
ALTER TABLE case_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON case_file FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE case_in_work (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  assignee_id uuid,
  state text NOT NULL,
  channel text NOT NULL,
  clock text NOT NULL,
  stopped boolean NOT NULL,
  turn_role text,
  due date,
  received_on date,
  opened_on date NOT NULL,
  closed_on date,
  waits text[] NOT NULL,
  extended boolean NOT NULL,
  CONSTRAINT case_in_work_pkey PRIMARY KEY (id),
  CONSTRAINT case_in_work_id_fkey FOREIGN KEY (id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX case_in_work_assignee ON public.case_in_work USING btree (assignee_id);
CREATE INDEX case_in_work_due ON public.case_in_work USING btree (due, id);
CREATE INDEX case_in_work_organ ON public.case_in_work USING btree (organ_id, due, id);
ALTER TABLE case_in_work ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON case_in_work FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END WITH CHECK (
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END AND ((id IS NULL) OR ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = case_in_work.id)
 OFFSET 0)))));

CREATE TABLE case_watch (
  case_id uuid NOT NULL,
  person_id uuid NOT NULL,
  since timestamp with time zone NOT NULL,
  CONSTRAINT case_watch_pkey PRIMARY KEY (case_id, person_id),
  CONSTRAINT case_watch_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT case_watch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX case_watch_person ON public.case_watch USING btree (person_id);
ALTER TABLE case_watch ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON case_watch FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = case_watch.case_id)
 OFFSET 0)));

CREATE TABLE code_attempt (
  id uuid NOT NULL,
  number text NOT NULL,
  address text NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  CONSTRAINT code_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX code_attempt_address ON public.code_attempt USING btree (address, failed_at);
CREATE INDEX code_attempt_number ON public.code_attempt USING btree (number, failed_at);

CREATE TABLE deadline (
  case_id uuid NOT NULL,
  name text NOT NULL,
  due date,
  provisional date,
  CONSTRAINT deadline_pkey PRIMARY KEY (case_id, name),
  CONSTRAINT deadline_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX deadline_withheld ON public.deadline USING btree (COALESCE(due, provisional), case_id, name) WHERE (name ~~ 'withholdingReviewDue:%'::text);
ALTER TABLE deadline ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON deadline FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = deadline.case_id)
 OFFSET 0)));

CREATE TABLE delegation (
  id uuid NOT NULL,
  principal_id uuid NOT NULL,
  delegate_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  from_day date NOT NULL,
  to_day date,
  reason text NOT NULL,
  granted_on date NOT NULL,
  granted_by uuid NOT NULL,
  revoked_on date,
  revoked_by uuid,
  CONSTRAINT delegation_pkey PRIMARY KEY (id),
  CONSTRAINT delegation_delegate_id_fkey FOREIGN KEY (delegate_id) REFERENCES person(id),
  CONSTRAINT delegation_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES person(id),
  CONSTRAINT delegation_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT delegation_principal_id_fkey FOREIGN KEY (principal_id) REFERENCES person(id),
  CONSTRAINT delegation_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES person(id),
  CONSTRAINT delegation_check CHECK ((delegate_id <> principal_id)),
  CONSTRAINT delegation_check1 CHECK ((to_day >= from_day))
);
CREATE INDEX delegation_delegate ON public.delegation USING btree (delegate_id, from_day);
CREATE INDEX delegation_principal ON public.delegation USING btree (principal_id, from_day);

CREATE TABLE destroyed_number (
  disposal_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  number text NOT NULL,
  CONSTRAINT destroyed_number_disposal_id_fkey FOREIGN KEY (disposal_id) REFERENCES disposal(id),
  CONSTRAINT destroyed_number_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);
CREATE INDEX destroyed_number_series ON public.destroyed_number USING btree (organ_id, kind, year);
CREATE TRIGGER destroyed_number_stands BEFORE DELETE OR UPDATE ON public.destroyed_number FOR EACH ROW EXECUTE FUNCTION disposal_stands();
ALTER TABLE destroyed_number ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON destroyed_number FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE disclosure (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  index_number text NOT NULL,
  title text NOT NULL,
  summary text NOT NULL,
  kind text NOT NULL,
  made_on date,
  published_on date NOT NULL,
  url text,
  file_id text,
  case_id uuid,
  search tsvector NOT NULL,
  entered_at timestamp with time zone NOT NULL,
  entered_by uuid,
  changed_at timestamp with time zone NOT NULL,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawal text,
  file_name text,
  CONSTRAINT disclosure_pkey PRIMARY KEY (id),
  CONSTRAINT disclosure_organ_id_index_number_key UNIQUE (organ_id, index_number),
  CONSTRAINT disclosure_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE SET NULL,
  CONSTRAINT disclosure_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id),
  CONSTRAINT disclosure_file_id_organ_id_fkey FOREIGN KEY (file_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT disclosure_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT disclosure_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  CONSTRAINT disclosure_check CHECK (((url IS NOT NULL) OR (file_id IS NOT NULL))),
  CONSTRAINT disclosure_check1 CHECK (((withdrawn_at IS NULL) = (withdrawal IS NULL)))
);
CREATE INDEX disclosure_case ON public.disclosure USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX disclosure_newest ON public.disclosure USING btree (published_on DESC, id DESC) WHERE (withdrawn_at IS NULL);
CREATE INDEX disclosure_search ON public.disclosure USING gin (search);

CREATE TABLE disposal (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'listed'::text,
  listed_at timestamp with time zone NOT NULL,
  history jsonb NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT disposal_pkey PRIMARY KEY (id),
  CONSTRAINT disposal_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT disposal_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'approved'::text, 'sent-back'::text, 'carried-out'::text])))
);
CREATE INDEX disposal_organ ON public.disposal USING btree (organ_id, listed_at);
CREATE TRIGGER disposal_stands BEFORE DELETE OR UPDATE ON public.disposal FOR EACH ROW EXECUTE FUNCTION disposal_stands();
ALTER TABLE disposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON disposal FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE disposal_case (
  disposal_id uuid NOT NULL,
  place integer NOT NULL,
  case_id uuid NOT NULL,
  number text NOT NULL,
  subject text NOT NULL,
  closed_on date,
  filed_on date NOT NULL,
  documents integer NOT NULL,
  last_hash character(64) NOT NULL,
  verdict text NOT NULL,
  kept_until date,
  reason text,
  retention text,
  expired_on date,
  CONSTRAINT disposal_case_pkey PRIMARY KEY (disposal_id, case_id),
  CONSTRAINT disposal_case_disposal_id_fkey FOREIGN KEY (disposal_id) REFERENCES disposal(id),
  CONSTRAINT disposal_case_check CHECK (((verdict = 'keep'::text) = (reason IS NOT NULL))),
  CONSTRAINT disposal_case_retention_check CHECK ((retention = ANY (ARRAY['10_years'::text, '30_years'::text]))),
  CONSTRAINT disposal_case_verdict_check CHECK ((verdict = ANY (ARRAY['destroy'::text, 'keep'::text])))
);
CREATE INDEX disposal_case_case ON public.disposal_case USING btree (case_id);
CREATE TRIGGER disposal_case_stands BEFORE DELETE OR UPDATE ON public.disposal_case FOR EACH ROW EXECUTE FUNCTION disposal_stands();
ALTER TABLE disposal_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON disposal_case FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM disposal
  WHERE (disposal.id = disposal_case.disposal_id)
 OFFSET 0)));

CREATE TABLE earlier_reply (
  case_id uuid NOT NULL,
  round integer NOT NULL,
  replied_on date NOT NULL,
  final_due date,
  provisional_due date,
  cautious_due date,
  pace jsonb NOT NULL,
  missed boolean NOT NULL DEFAULT false,
  CONSTRAINT earlier_reply_pkey PRIMARY KEY (case_id, round),
  CONSTRAINT earlier_reply_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id) ON DELETE CASCADE
);
CREATE INDEX earlier_reply_replied ON public.earlier_reply USING btree (replied_on);
ALTER TABLE earlier_reply ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON earlier_reply FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = earlier_reply.case_id)
 OFFSET 0)));

CREATE TABLE entry_proposal (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  entry_id uuid,
  state text NOT NULL DEFAULT 'waiting'::text,
  index_number text NOT NULL,
  content jsonb NOT NULL,
  file_id text NOT NULL,
  file_name text NOT NULL,
  hash text NOT NULL,
  read integer NOT NULL,
  total integer,
  wordless integer[] NOT NULL,
  findings jsonb NOT NULL,
  proposed_by uuid NOT NULL,
  proposed_at timestamp with time zone NOT NULL,
  decided_by uuid,
  decided_at timestamp with time zone,
  reason text,
  CONSTRAINT entry_proposal_pkey PRIMARY KEY (id),
  CONSTRAINT entry_proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  CONSTRAINT entry_proposal_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES disclosure(id),
  CONSTRAINT entry_proposal_file_id_organ_id_fkey FOREIGN KEY (file_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT entry_proposal_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT entry_proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES person(id),
  CONSTRAINT entry_proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'confirmed'::text, 'returned'::text])))
);
CREATE INDEX entry_proposal_of_organ ON public.entry_proposal USING btree (organ_id, proposed_at);
CREATE UNIQUE INDEX entry_proposal_waiting ON public.entry_proposal USING btree (organ_id, index_number) WHERE (state = 'waiting'::text);

CREATE TABLE file_name (
  file_id text NOT NULL,
  organ_id uuid NOT NULL,
  seq integer NOT NULL,
  name text NOT NULL,
  given_by text NOT NULL,
  given_at timestamp with time zone NOT NULL,
  CONSTRAINT file_name_pkey PRIMARY KEY (file_id, organ_id, seq),
  CONSTRAINT file_name_file_id_organ_id_fkey FOREIGN KEY (file_id, organ_id) REFERENCES stored_file(id, organ_id) ON DELETE CASCADE
);
ALTER TABLE file_name ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON file_name FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE file_text (
  file_id text NOT NULL,
  hash text,
  CONSTRAINT file_text_pkey PRIMARY KEY (file_id)
);
CREATE INDEX file_text_hash ON public.file_text USING btree (hash) WHERE (hash IS NOT NULL);

CREATE TABLE follow_mail (
  case_id uuid NOT NULL,
  token_hash text NOT NULL,
  sealed bytea NOT NULL,
  given_at timestamp with time zone NOT NULL,
  last_told_at timestamp with time zone,
  last_proof text,
  CONSTRAINT follow_mail_pkey PRIMARY KEY (case_id),
  CONSTRAINT follow_mail_token_hash_key UNIQUE (token_hash),
  CONSTRAINT follow_mail_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
);
ALTER TABLE follow_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON follow_mail FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = follow_mail.case_id)
 OFFSET 0)));

CREATE TABLE formed_information (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  number text NOT NULL,
  title text NOT NULL,
  kind text NOT NULL,
  change text NOT NULL,
  on_day date NOT NULL,
  unit_id uuid,
  note text NOT NULL,
  url text,
  index_number text,
  term_days integer,
  term_unit text,
  term_source text,
  entered_at timestamp with time zone NOT NULL,
  entered_by uuid NOT NULL,
  ended_as text,
  ended_at timestamp with time zone,
  ended_by uuid,
  reason text,
  disclosure_id uuid,
  CONSTRAINT formed_information_pkey PRIMARY KEY (id),
  CONSTRAINT formed_information_organ_id_number_key UNIQUE (organ_id, number),
  CONSTRAINT formed_information_disclosure_id_fkey FOREIGN KEY (disclosure_id) REFERENCES disclosure(id),
  CONSTRAINT formed_information_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  CONSTRAINT formed_information_entered_by_fkey FOREIGN KEY (entered_by) REFERENCES person(id),
  CONSTRAINT formed_information_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE,
  CONSTRAINT formed_information_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES organ(id) ON DELETE SET NULL,
  CONSTRAINT formed_information_change_check CHECK ((change = ANY (ARRAY['formed'::text, 'changed'::text]))),
  CONSTRAINT formed_information_check CHECK (((ended_as IS NULL) = (ended_at IS NULL))),
  CONSTRAINT formed_information_check1 CHECK (((NOT ((ended_as = 'published'::text) IS DISTINCT FROM (disclosure_id IS NOT NULL))) OR ((ended_as IS NULL) AND (disclosure_id IS NULL)))),
  CONSTRAINT formed_information_check2 CHECK ((((term_days IS NULL) = (term_source IS NULL)) AND ((term_days IS NULL) = (term_unit IS NULL)))),
  CONSTRAINT formed_information_ended_as_check CHECK ((ended_as = ANY (ARRAY['published'::text, 'answered'::text, 'mistaken'::text]))),
  CONSTRAINT formed_information_term_days_check CHECK ((term_days > 0)),
  CONSTRAINT formed_information_term_unit_check CHECK ((term_unit = ANY (ARRAY['working_days'::text, 'calendar_days'::text])))
);
CREATE UNIQUE INDEX formed_information_once ON public.formed_information USING btree (organ_id, kind, on_day, title) WHERE (ended_as IS DISTINCT FROM 'mistaken'::text);
CREATE INDEX formed_information_open ON public.formed_information USING btree (organ_id) WHERE (ended_as IS NULL);

CREATE TABLE guide (
  organ_id uuid NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  content jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  CONSTRAINT guide_pkey PRIMARY KEY (organ_id, version),
  CONSTRAINT guide_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT guide_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE
);
CREATE TRIGGER guide_stays BEFORE UPDATE ON public.guide FOR EACH ROW EXECUTE FUNCTION journal_stays();

CREATE TABLE heartbeat (
  part text NOT NULL,
  beaten_at timestamp with time zone NOT NULL,
  CONSTRAINT heartbeat_pkey PRIMARY KEY (part)
);

CREATE TABLE idempotency_key (
  scope text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status integer NOT NULL,
  headers jsonb NOT NULL,
  body jsonb,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT idempotency_key_pkey PRIMARY KEY (scope, key)
);
CREATE INDEX idempotency_key_created ON public.idempotency_key USING btree (created_at);

CREATE TABLE imported_case (
  case_id uuid NOT NULL,
  import_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  "row" integer NOT NULL,
  number text NOT NULL,
  year integer NOT NULL,
  serial integer NOT NULL,
  last_hash character(64),
  removed_at timestamp with time zone,
  CONSTRAINT imported_case_pkey PRIMARY KEY (case_id),
  CONSTRAINT imported_case_import_id_fkey FOREIGN KEY (import_id) REFERENCES register_import(id),
  CONSTRAINT imported_case_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);
CREATE INDEX imported_case_import ON public.imported_case USING btree (import_id);
CREATE INDEX imported_case_serial ON public.imported_case USING btree (organ_id, year, serial);
ALTER TABLE imported_case ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON imported_case FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END WITH CHECK (
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END AND ((case_id IS NULL) OR ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = imported_case.case_id)
 OFFSET 0)))));

CREATE TABLE incoming (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  source text NOT NULL,
  key text NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  sort text NOT NULL DEFAULT 'ordinary'::text,
  arrived_at timestamp with time zone NOT NULL,
  arrived_on date NOT NULL,
  sealed bytea NOT NULL,
  pages integer,
  readable boolean NOT NULL DEFAULT true,
  findings jsonb NOT NULL DEFAULT '[]'::jsonb,
  file_ids text[] NOT NULL DEFAULT '{}'::text[],
  came_again integer NOT NULL DEFAULT 0,
  claimed_by uuid,
  case_id uuid,
  attached_as text,
  reason text,
  pages_print text,
  file_names text[] NOT NULL DEFAULT '{}'::text[],
  follows uuid,
  CONSTRAINT incoming_pkey PRIMARY KEY (id),
  CONSTRAINT incoming_organ_id_source_key_key UNIQUE (organ_id, source, key),
  CONSTRAINT incoming_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT incoming_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES person(id),
  CONSTRAINT incoming_follows_fkey FOREIGN KEY (follows) REFERENCES incoming(id),
  CONSTRAINT incoming_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT incoming_source_check CHECK ((source = ANY (ARRAY['fax'::text, 'email'::text, 'hotline'::text, 'scan'::text, 'portal'::text]))),
  CONSTRAINT incoming_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'opened'::text, 'attached'::text, 'dismissed'::text, 'answered'::text, 'complaint'::text])))
);
CREATE INDEX incoming_case ON public.incoming USING btree (case_id) WHERE (case_id IS NOT NULL);
CREATE INDEX incoming_listed ON public.incoming USING btree (organ_id, state, arrived_at, id);
CREATE INDEX incoming_same_pages ON public.incoming USING btree (organ_id, pages_print, arrived_at, id) WHERE (pages_print IS NOT NULL);
ALTER TABLE incoming ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON incoming FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END WITH CHECK (
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END AND ((case_id IS NULL) OR ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = incoming.case_id)
 OFFSET 0)))));

CREATE TABLE incoming_event (
  incoming_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  actor_id uuid,
  act text NOT NULL,
  detail text,
  CONSTRAINT incoming_event_pkey PRIMARY KEY (incoming_id, seq),
  CONSTRAINT incoming_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES person(id),
  CONSTRAINT incoming_event_incoming_id_fkey FOREIGN KEY (incoming_id) REFERENCES incoming(id)
);
ALTER TABLE incoming_event ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON incoming_event FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM incoming
  WHERE (incoming.id = incoming_event.incoming_id)
 OFFSET 0)));

CREATE TABLE journal (
  case_id uuid NOT NULL,
  seq integer NOT NULL,
  id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  on_day date NOT NULL,
  actor_id text NOT NULL,
  type text NOT NULL,
  fact jsonb NOT NULL,
  deadlines jsonb NOT NULL,
  statute_version text NOT NULL,
  calendar_version text NOT NULL,
  previous_hash character(64) NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT journal_pkey PRIMARY KEY (case_id, seq),
  CONSTRAINT journal_id_key UNIQUE (id),
  CONSTRAINT journal_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
);
CREATE INDEX journal_applicant ON public.journal USING btree (((fact ->> 'applicantId'::text))) WHERE (fact ? 'applicantId'::text);
CREATE INDEX journal_complaints ON public.journal USING btree (case_id) WHERE (type = 'COMPLAINT_RECORDED'::text);
CREATE INDEX journal_done ON public.journal USING btree (actor_id, case_id) WHERE (type = ANY (ARRAY['REVIEW_PASSED'::text, 'REVIEW_BLOCKED'::text, 'LEGAL_REVIEW_PASSED'::text, 'LEGAL_REVIEW_OBJECTED'::text, 'APPROVAL_GIVEN'::text, 'APPROVED'::text, 'SENT_BACK'::text, 'REPLY_SIGNED'::text, 'EXTENSION'::text, 'EXTENSION_REFUSED'::text, 'FILED'::text]));
CREATE INDEX journal_fees ON public.journal USING btree (case_id) WHERE (type = ANY (ARRAY['FEE_NOTICE_MADE'::text, 'FEE_PAID'::text]));
CREATE INDEX journal_files ON public.journal USING gin (((fact -> 'fileIds'::text))) WHERE (fact ? 'fileIds'::text);
CREATE INDEX journal_merged_into ON public.journal USING btree ((((fact ->> 'intoCaseId'::text))::uuid)) WHERE (type = 'MERGED'::text);
CREATE INDEX journal_orders ON public.journal USING btree (case_id) WHERE (type = 'ORDER_ISSUED'::text);
CREATE INDEX journal_records ON public.journal USING gin (((fact -> 'recordIds'::text))) WHERE (fact ? 'recordIds'::text);
CREATE TRIGGER journal_stays BEFORE DELETE OR UPDATE ON public.journal FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER journal_stays_whole BEFORE TRUNCATE ON public.journal FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();
ALTER TABLE journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON journal FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = journal.case_id)
 OFFSET 0)));

CREATE TABLE ladder_edition (
  id integer NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT ladder_edition_pkey PRIMARY KEY (id)
);

CREATE TABLE letter_mail (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  notice_id uuid NOT NULL,
  entry_id uuid NOT NULL,
  sent_by uuid NOT NULL,
  sealed bytea NOT NULL,
  mail_to text NOT NULL,
  file_ids text[] NOT NULL,
  left_out text[] NOT NULL,
  state text NOT NULL DEFAULT 'waiting'::text,
  queued_at timestamp with time zone NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  tried_at timestamp with time zone,
  sent_at timestamp with time zone,
  proof text,
  CONSTRAINT letter_mail_pkey PRIMARY KEY (id),
  CONSTRAINT letter_mail_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT letter_mail_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES person(id),
  CONSTRAINT letter_mail_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'aside'::text])))
);
CREATE INDEX letter_mail_case ON public.letter_mail USING btree (case_id, queued_at);
CREATE INDEX letter_mail_failed ON public.letter_mail USING btree (queued_at) WHERE (state = 'failed'::text);
ALTER TABLE letter_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON letter_mail FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = letter_mail.case_id)
 OFFSET 0)));

CREATE TABLE login_attempt (
  id uuid NOT NULL,
  username text NOT NULL,
  address text NOT NULL,
  failed_at timestamp with time zone NOT NULL,
  CONSTRAINT login_attempt_pkey PRIMARY KEY (id)
);
CREATE INDEX login_attempt_address ON public.login_attempt USING btree (address, failed_at);
CREATE INDEX login_attempt_username ON public.login_attempt USING btree (username, failed_at);

CREATE TABLE mailbox (
  name text NOT NULL,
  validity text NOT NULL,
  uid bigint NOT NULL,
  CONSTRAINT mailbox_pkey PRIMARY KEY (name)
);

CREATE TABLE migrations (
  id integer NOT NULL DEFAULT nextval('migrations_id_seq'::regclass),
  "timestamp" bigint NOT NULL,
  name character varying NOT NULL,
  CONSTRAINT "PK_8c82d7f526340ab734260ea46be" PRIMARY KEY (id)
);

CREATE TABLE nothing_to_publish (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  reason text NOT NULL,
  stated_at timestamp with time zone NOT NULL,
  stated_by uuid NOT NULL,
  CONSTRAINT nothing_to_publish_pkey PRIMARY KEY (id),
  CONSTRAINT nothing_to_publish_organ_id_kind_year_key UNIQUE (organ_id, kind, year),
  CONSTRAINT nothing_to_publish_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE,
  CONSTRAINT nothing_to_publish_stated_by_fkey FOREIGN KEY (stated_by) REFERENCES person(id)
);

CREATE TABLE notification (
  id uuid NOT NULL,
  key text NOT NULL,
  person_id uuid NOT NULL,
  for_person_id uuid,
  told_as text NOT NULL,
  case_id uuid,
  kind text NOT NULL,
  subject text NOT NULL,
  due date,
  provisional boolean NOT NULL DEFAULT false,
  rung text,
  working_days integer,
  ring_on date NOT NULL,
  attempt integer NOT NULL DEFAULT 0,
  acknowledge boolean NOT NULL DEFAULT false,
  created_at timestamp with time zone NOT NULL,
  not_before timestamp with time zone NOT NULL,
  repeat_at timestamp with time zone,
  acknowledged_at timestamp with time zone,
  acknowledged_by uuid,
  delivery text NOT NULL DEFAULT 'waiting'::text,
  mail_to text,
  message_id text,
  sent_at timestamp with time zone,
  proof text,
  cases integer,
  channels text[] NOT NULL DEFAULT '{mail,webhook}'::text[],
  organ_id uuid,
  put_off_until timestamp with time zone,
  CONSTRAINT notification_pkey PRIMARY KEY (id),
  CONSTRAINT notification_person_id_key_key UNIQUE (person_id, key),
  CONSTRAINT notification_acknowledged_by_fkey FOREIGN KEY (acknowledged_by) REFERENCES person(id),
  CONSTRAINT notification_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT notification_for_person_id_fkey FOREIGN KEY (for_person_id) REFERENCES person(id),
  CONSTRAINT notification_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE,
  CONSTRAINT notification_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT notification_about_one CHECK (((case_id IS NULL) <> (organ_id IS NULL))),
  CONSTRAINT notification_delivery_check CHECK ((delivery = ANY (ARRAY['waiting'::text, 'sent'::text, 'shown'::text, 'failed'::text])))
);
CREATE INDEX notification_case ON public.notification USING btree (case_id, subject, due, ring_on);
CREATE INDEX notification_duty ON public.notification USING btree (organ_id, subject, due, ring_on) WHERE (organ_id IS NOT NULL);
CREATE INDEX notification_person ON public.notification USING btree (person_id, not_before, id);
CREATE INDEX notification_repeats ON public.notification USING btree (repeat_at) WHERE (repeat_at IS NOT NULL);
CREATE INDEX notification_undelivered ON public.notification USING btree (not_before) WHERE ((delivery = 'failed'::text) AND (acknowledged_at IS NULL));
CREATE INDEX notification_unread ON public.notification USING btree (person_id, not_before) WHERE (acknowledged_at IS NULL);

CREATE TABLE notification_put_off (
  notification_id uuid NOT NULL,
  at timestamp with time zone NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT notification_put_off_pkey PRIMARY KEY (notification_id, at),
  CONSTRAINT notification_put_off_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id) ON DELETE CASCADE,
  CONSTRAINT notification_put_off_check CHECK ((until > at))
);

CREATE TABLE number_series (
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT number_series_pkey PRIMARY KEY (organ_id, kind, year),
  CONSTRAINT number_series_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);

CREATE TABLE organ (
  id uuid NOT NULL,
  code text NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  kind text NOT NULL,
  parent_id uuid,
  path uuid[] NOT NULL,
  number_prefix text NOT NULL,
  number_format text NOT NULL DEFAULT '{prefix}〔{year}〕{n}号'::text,
  files_after_remedies boolean,
  fees_from date,
  CONSTRAINT organ_pkey PRIMARY KEY (id),
  CONSTRAINT organ_code_key UNIQUE (code),
  CONSTRAINT organ_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES organ(id)
);
CREATE INDEX organ_path ON public.organ USING gin (path);

CREATE TABLE organ_duty (
  organ_id uuid NOT NULL,
  subject text NOT NULL,
  due date NOT NULL,
  CONSTRAINT organ_duty_pkey PRIMARY KEY (organ_id, subject, due),
  CONSTRAINT organ_duty_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE
);

CREATE TABLE outbox (
  id uuid NOT NULL,
  job text NOT NULL,
  payload jsonb NOT NULL,
  created_at timestamp with time zone NOT NULL DEFAULT now(),
  sent_at timestamp with time zone,
  done_at timestamp with time zone,
  next_at timestamp with time zone NOT NULL DEFAULT now(),
  attempts integer NOT NULL DEFAULT 0,
  last_error text,
  dead_at timestamp with time zone,
  CONSTRAINT outbox_pkey PRIMARY KEY (id)
);
CREATE INDEX outbox_dead ON public.outbox USING btree (dead_at) WHERE (dead_at IS NOT NULL);
CREATE INDEX outbox_done ON public.outbox USING btree (done_at) WHERE (done_at IS NOT NULL);
CREATE INDEX outbox_due ON public.outbox USING btree (next_at) WHERE ((done_at IS NULL) AND (dead_at IS NULL));

CREATE TABLE page_copies (
  file_id text NOT NULL,
  total integer,
  done integer NOT NULL DEFAULT 0,
  pages jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT page_copies_pkey PRIMARY KEY (file_id)
);

CREATE TABLE page_reading (
  file_id text NOT NULL,
  number integer NOT NULL,
  sealed bytea,
  CONSTRAINT page_reading_pkey PRIMARY KEY (file_id, number),
  CONSTRAINT page_reading_file_id_fkey FOREIGN KEY (file_id) REFERENCES reading(file_id) ON DELETE CASCADE
);

CREATE TABLE party_contact (
  consultation_id uuid NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT party_contact_pkey PRIMARY KEY (consultation_id)
);

CREATE TABLE person (
  id uuid NOT NULL,
  username text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  organ_id uuid NOT NULL,
  active boolean NOT NULL DEFAULT true,
  email text,
  must_change_password boolean NOT NULL DEFAULT false,
  reminder_mails text NOT NULL DEFAULT 'digest'::text,
  capacity integer,
  CONSTRAINT person_pkey PRIMARY KEY (id),
  CONSTRAINT person_username_key UNIQUE (username),
  CONSTRAINT person_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT person_capacity_check CHECK (((capacity >= 1) AND (capacity <= 999))),
  CONSTRAINT person_reminder_mails_check CHECK ((reminder_mails = ANY (ARRAY['digest'::text, 'each'::text])))
);

CREATE TABLE post (
  id uuid NOT NULL,
  person_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  role text NOT NULL,
  ogi_head boolean NOT NULL DEFAULT false,
  valid_from date NOT NULL,
  valid_to date,
  title text,
  CONSTRAINT post_pkey PRIMARY KEY (id),
  CONSTRAINT post_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  CONSTRAINT post_check CHECK ((valid_to >= valid_from)),
  CONSTRAINT post_title_check CHECK ((title = ANY (ARRAY['unit_head'::text, 'office_director'::text, 'leader'::text]))),
  CONSTRAINT post_title_of_approver CHECK (((title IS NULL) OR (role = 'approver'::text)))
);
CREATE INDEX post_organ_role ON public.post USING btree (organ_id, role);
CREATE INDEX post_person ON public.post USING btree (person_id);

CREATE TABLE public_request (
  id uuid NOT NULL,
  kind text NOT NULL,
  address text NOT NULL,
  proved boolean NOT NULL,
  at timestamp with time zone NOT NULL,
  CONSTRAINT public_request_pkey PRIMARY KEY (id),
  CONSTRAINT public_request_kind_check CHECK ((kind = ANY (ARRAY['application'::text, 'file'::text])))
);
CREATE INDEX public_request_at ON public.public_request USING btree (kind, at);

CREATE TABLE publication_draft (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'draft'::text,
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
  source_id text NOT NULL,
  CONSTRAINT publication_draft_pkey PRIMARY KEY (id),
  CONSTRAINT publication_draft_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT publication_draft_file_id_organ_id_fkey FOREIGN KEY (file_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT publication_draft_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT publication_draft_source_id_organ_id_fkey FOREIGN KEY (source_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT publication_draft_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'reviewing'::text, 'reviewed'::text, 'published'::text, 'dropped'::text])))
);
CREATE INDEX publication_draft_of_case ON public.publication_draft USING btree (case_id, begun_on);
CREATE INDEX publication_draft_open ON public.publication_draft USING btree (begun_on) WHERE (state = ANY (ARRAY['draft'::text, 'reviewing'::text, 'reviewed'::text]));
CREATE TRIGGER publication_draft_stands BEFORE UPDATE ON public.publication_draft FOR EACH ROW EXECUTE FUNCTION publication_draft_stands();
ALTER TABLE publication_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON publication_draft FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END WITH CHECK (
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END AND ((case_id IS NULL) OR ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = publication_draft.case_id)
 OFFSET 0)))));

CREATE TABLE published_report (
  id uuid NOT NULL,
  kept_by uuid NOT NULL,
  organ_id uuid,
  name text,
  year integer NOT NULL,
  scope text NOT NULL,
  format text NOT NULL,
  numbers jsonb NOT NULL,
  file_name text NOT NULL,
  file_hash character(64) NOT NULL,
  taken_at timestamp with time zone NOT NULL,
  taken_by uuid NOT NULL,
  over_at timestamp with time zone,
  over_by uuid,
  over_why text,
  CONSTRAINT published_report_pkey PRIMARY KEY (id),
  CONSTRAINT published_report_kept_by_fkey FOREIGN KEY (kept_by) REFERENCES organ(id),
  CONSTRAINT published_report_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT published_report_over_by_fkey FOREIGN KEY (over_by) REFERENCES person(id),
  CONSTRAINT published_report_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id),
  CONSTRAINT published_report_check CHECK (((organ_id IS NULL) <> (name IS NULL))),
  CONSTRAINT published_report_check1 CHECK (((over_at IS NULL) = (over_why IS NULL))),
  CONSTRAINT published_report_scope_check CHECK ((scope = ANY (ARRAY['own'::text, 'below'::text])))
);
CREATE UNIQUE INDEX published_report_stands ON public.published_report USING btree (COALESCE((organ_id)::text, (((kept_by)::text || ' '::text) || name)), year, scope) WHERE (over_at IS NULL);

CREATE TABLE query_code (
  case_id uuid NOT NULL,
  sealed bytea NOT NULL,
  CONSTRAINT query_code_pkey PRIMARY KEY (case_id),
  CONSTRAINT query_code_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id)
);
ALTER TABLE query_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON query_code FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = query_code.case_id)
 OFFSET 0)));

CREATE TABLE reading (
  file_id text NOT NULL,
  reader text NOT NULL,
  asked_at timestamp with time zone NOT NULL DEFAULT now(),
  total integer,
  done integer NOT NULL DEFAULT 0,
  CONSTRAINT reading_pkey PRIMARY KEY (file_id)
);
CREATE INDEX reading_unfinished ON public.reading USING btree (asked_at) WHERE ((total IS NULL) OR (done < total));

CREATE TABLE record_correction (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text NOT NULL,
  number_year integer NOT NULL,
  serial integer NOT NULL,
  state text NOT NULL,
  received_on date NOT NULL,
  file_ids text[] NOT NULL,
  sealed bytea NOT NULL,
  remedies jsonb NOT NULL DEFAULT '[]'::jsonb,
  redo jsonb,
  challenged boolean NOT NULL DEFAULT false,
  CONSTRAINT record_correction_pkey PRIMARY KEY (id),
  CONSTRAINT record_correction_organ_id_number_year_serial_key UNIQUE (organ_id, number_year, serial),
  CONSTRAINT record_correction_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT record_correction_state_check CHECK ((state = ANY (ARRAY['open'::text, 'drafted'::text, 'signed'::text, 'sent'::text, 'served'::text, 'withdrawn'::text])))
);
CREATE INDEX record_correction_number ON public.record_correction USING btree (number);
CREATE INDEX record_correction_open ON public.record_correction USING btree (organ_id, received_on) WHERE ((state <> ALL (ARRAY['served'::text, 'withdrawn'::text])) OR challenged);
CREATE INDEX record_correction_remedied ON public.record_correction USING btree (organ_id) WHERE (remedies <> '[]'::jsonb);
ALTER TABLE record_correction ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON record_correction FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE record_journal (
  record_id uuid NOT NULL,
  seq integer NOT NULL,
  at timestamp with time zone NOT NULL,
  on_day date NOT NULL,
  actor_id text NOT NULL,
  did text NOT NULL,
  said_hash character(64) NOT NULL,
  previous_hash character(64) NOT NULL,
  hash character(64) NOT NULL,
  CONSTRAINT record_journal_pkey PRIMARY KEY (record_id, seq),
  CONSTRAINT record_journal_record_id_fkey FOREIGN KEY (record_id) REFERENCES record_correction(id)
);
CREATE TRIGGER record_journal_stays BEFORE DELETE OR UPDATE ON public.record_journal FOR EACH ROW EXECUTE FUNCTION journal_stays();
CREATE TRIGGER record_journal_stays_whole BEFORE TRUNCATE ON public.record_journal FOR EACH STATEMENT EXECUTE FUNCTION journal_stays();
ALTER TABLE record_journal ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON record_journal FOR ALL USING ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM record_correction
  WHERE (record_correction.id = record_journal.record_id)
 OFFSET 0)));

CREATE TABLE recovery_code (
  person_id uuid NOT NULL,
  code_hash text NOT NULL,
  CONSTRAINT recovery_code_pkey PRIMARY KEY (person_id, code_hash),
  CONSTRAINT recovery_code_person_id_fkey FOREIGN KEY (person_id) REFERENCES second_factor(person_id) ON DELETE CASCADE
);

CREATE TABLE rectification (
  id uuid NOT NULL,
  assessment_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  indicator text,
  state text NOT NULL,
  demanded_on date NOT NULL,
  working_days integer NOT NULL,
  history jsonb NOT NULL,
  CONSTRAINT rectification_pkey PRIMARY KEY (id),
  CONSTRAINT rectification_assessment_id_organ_id_fkey FOREIGN KEY (assessment_id, organ_id) REFERENCES assessment_organ(assessment_id, organ_id),
  CONSTRAINT rectification_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text]))),
  CONSTRAINT rectification_working_days_check CHECK ((working_days > 0))
);
CREATE INDEX rectification_organ ON public.rectification USING btree (organ_id);

CREATE TABLE redaction (
  id uuid NOT NULL,
  case_id uuid NOT NULL,
  organ_id uuid NOT NULL,
  source_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  state text NOT NULL DEFAULT 'marking'::text,
  begun_at timestamp with time zone NOT NULL,
  pages jsonb NOT NULL DEFAULT '[]'::jsonb,
  total integer,
  unreadable integer,
  marks jsonb NOT NULL DEFAULT '[]'::jsonb,
  marked_by uuid[] NOT NULL DEFAULT '{}'::uuid[],
  marks_hash text,
  done integer NOT NULL DEFAULT 0,
  result_id text,
  history jsonb NOT NULL DEFAULT '[]'::jsonb,
  CONSTRAINT redaction_pkey PRIMARY KEY (id),
  CONSTRAINT redaction_case_id_fkey FOREIGN KEY (case_id) REFERENCES case_file(id),
  CONSTRAINT redaction_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT redaction_result_id_organ_id_fkey FOREIGN KEY (result_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT redaction_source_id_organ_id_fkey FOREIGN KEY (source_id, organ_id) REFERENCES stored_file(id, organ_id),
  CONSTRAINT redaction_state_check CHECK ((state = ANY (ARRAY['marking'::text, 'checking'::text, 'burning'::text, 'burnt'::text, 'failed'::text])))
);
CREATE INDEX redaction_of_case ON public.redaction USING btree (case_id, begun_at);
CREATE TRIGGER redaction_stands BEFORE UPDATE ON public.redaction FOR EACH ROW EXECUTE FUNCTION redaction_stands();
ALTER TABLE redaction ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON redaction FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END WITH CHECK (
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END AND ((case_id IS NULL) OR ((current_setting('gongkai.reach'::text, true) = 'all'::text) OR (EXISTS ( SELECT
   FROM case_file
  WHERE (case_file.id = redaction.case_id)
 OFFSET 0)))));

CREATE TABLE register_import (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  file_name text NOT NULL,
  file_hash character(64) NOT NULL,
  begun_at timestamp with time zone NOT NULL,
  begun_by uuid,
  total integer NOT NULL,
  done integer NOT NULL DEFAULT 0,
  ended_at timestamp with time zone,
  undone_at timestamp with time zone,
  undone_by uuid,
  columns jsonb,
  language text,
  CONSTRAINT register_import_pkey PRIMARY KEY (id),
  CONSTRAINT register_import_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES person(id),
  CONSTRAINT register_import_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT register_import_undone_by_fkey FOREIGN KEY (undone_by) REFERENCES person(id)
);
CREATE INDEX register_import_organ ON public.register_import USING btree (organ_id, begun_at);
ALTER TABLE register_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON register_import FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE register_mapping (
  organ_id uuid NOT NULL,
  columns jsonb NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  CONSTRAINT register_mapping_pkey PRIMARY KEY (organ_id),
  CONSTRAINT register_mapping_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT register_mapping_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id)
);

CREATE TABLE reminder_ladder (
  organ_id uuid NOT NULL,
  ladder text NOT NULL,
  version integer NOT NULL,
  rungs jsonb,
  reason text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid NOT NULL,
  CONSTRAINT reminder_ladder_pkey PRIMARY KEY (organ_id, ladder, version),
  CONSTRAINT reminder_ladder_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT reminder_ladder_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE
);
CREATE TRIGGER reminder_ladder_stays BEFORE UPDATE ON public.reminder_ladder FOR EACH ROW EXECUTE FUNCTION journal_stays();

CREATE TABLE second_factor (
  person_id uuid NOT NULL,
  sealed bytea NOT NULL,
  since timestamp with time zone,
  last_step bigint NOT NULL DEFAULT 0,
  CONSTRAINT second_factor_pkey PRIMARY KEY (person_id),
  CONSTRAINT second_factor_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);

CREATE TABLE session (
  id_hash text NOT NULL,
  person_id uuid NOT NULL,
  csrf_token text NOT NULL,
  created_at timestamp with time zone NOT NULL,
  expires_at timestamp with time zone NOT NULL,
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  address text NOT NULL DEFAULT ''::text,
  agent text NOT NULL DEFAULT ''::text,
  seen_at timestamp with time zone NOT NULL,
  signed_on boolean NOT NULL DEFAULT false,
  CONSTRAINT session_pkey PRIMARY KEY (id_hash),
  CONSTRAINT session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id) ON DELETE CASCADE
);
CREATE INDEX session_expires ON public.session USING btree (expires_at);
CREATE UNIQUE INDEX session_id ON public.session USING btree (id);
CREATE INDEX session_person ON public.session USING btree (person_id);

CREATE TABLE spent_proof (
  signature text NOT NULL,
  until timestamp with time zone NOT NULL,
  CONSTRAINT spent_proof_pkey PRIMARY KEY (signature)
);
CREATE INDEX spent_proof_until ON public.spent_proof USING btree (until);

CREATE TABLE stored_file (
  id text NOT NULL,
  organ_id uuid NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size bigint NOT NULL,
  uploaded_by uuid,
  uploaded_at timestamp with time zone NOT NULL,
  loose_since timestamp with time zone,
  CONSTRAINT stored_file_pkey PRIMARY KEY (id, organ_id),
  CONSTRAINT stored_file_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT stored_file_uploaded_by_fkey FOREIGN KEY (uploaded_by) REFERENCES person(id)
);
CREATE INDEX stored_file_loose ON public.stored_file USING btree (loose_since) WHERE (loose_since IS NOT NULL);
ALTER TABLE stored_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY in_sight ON stored_file FOR ALL USING 
CASE ( SELECT current_setting('gongkai.reach'::text, true) AS current_setting)
    WHEN 'all'::text THEN true
    WHEN 'below'::text THEN (organ_id IN ( SELECT unnest(organs_below()) AS unnest))
    ELSE (organ_id = ( SELECT (NULLIF(current_setting('gongkai.organ'::text, true), ''::text))::uuid AS "nullif"))
END;

CREATE TABLE stuck_mail (
  mailbox text NOT NULL,
  validity text NOT NULL,
  uid bigint NOT NULL,
  tries integer NOT NULL DEFAULT 1,
  tried_at timestamp with time zone NOT NULL,
  told_as uuid,
  CONSTRAINT stuck_mail_pkey PRIMARY KEY (mailbox, validity, uid),
  CONSTRAINT stuck_mail_told_as_fkey FOREIGN KEY (told_as) REFERENCES incoming(id)
);

CREATE TABLE training (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  held_on date NOT NULL,
  topic text NOT NULL,
  people integer NOT NULL,
  sections text,
  removed boolean NOT NULL DEFAULT false,
  organ_ids uuid[] NOT NULL,
  history jsonb NOT NULL,
  CONSTRAINT training_pkey PRIMARY KEY (id),
  CONSTRAINT training_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id),
  CONSTRAINT training_people_check CHECK ((people > 0))
);
CREATE INDEX training_held ON public.training USING btree (organ_id, held_on) WHERE (NOT removed);
CREATE INDEX training_part ON public.training USING gin (organ_ids) WHERE (NOT removed);

CREATE TABLE webhook_message (
  id uuid NOT NULL,
  target_id uuid NOT NULL,
  notification_id uuid NOT NULL,
  batch uuid NOT NULL,
  not_before timestamp with time zone NOT NULL,
  delivery text NOT NULL DEFAULT 'waiting'::text,
  sent_at timestamp with time zone,
  proof text,
  post text,
  CONSTRAINT webhook_message_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_message_target_id_notification_id_key UNIQUE (target_id, notification_id),
  CONSTRAINT webhook_message_notification_id_fkey FOREIGN KEY (notification_id) REFERENCES notification(id) ON DELETE CASCADE,
  CONSTRAINT webhook_message_target_id_fkey FOREIGN KEY (target_id) REFERENCES webhook_target(id) ON DELETE CASCADE,
  CONSTRAINT webhook_message_delivery_check CHECK ((delivery = ANY (ARRAY['waiting'::text, 'sent'::text, 'shown'::text, 'failed'::text])))
);
CREATE INDEX webhook_message_notification ON public.webhook_message USING btree (notification_id);
CREATE INDEX webhook_message_open ON public.webhook_message USING btree (target_id, not_before) WHERE (delivery = ANY (ARRAY['waiting'::text, 'failed'::text]));

CREATE TABLE webhook_target (
  id uuid NOT NULL,
  organ_id uuid NOT NULL,
  name text NOT NULL,
  format text NOT NULL,
  host text NOT NULL,
  sealed bytea NOT NULL,
  below boolean NOT NULL,
  kinds text[] NOT NULL,
  recipients text[],
  active boolean NOT NULL DEFAULT true,
  created_at timestamp with time zone NOT NULL,
  CONSTRAINT webhook_target_pkey PRIMARY KEY (id),
  CONSTRAINT webhook_target_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE,
  CONSTRAINT webhook_target_format_check CHECK ((format = ANY (ARRAY['signed'::text, 'wecom'::text, 'dingtalk'::text])))
);
CREATE INDEX webhook_target_organ ON public.webhook_target USING btree (organ_id);

CREATE TABLE wording (
  organ_id uuid NOT NULL,
  kind text NOT NULL,
  version integer NOT NULL,
  valid_from date NOT NULL,
  content text,
  reason text NOT NULL,
  changed_at timestamp with time zone NOT NULL,
  changed_by uuid,
  CONSTRAINT wording_pkey PRIMARY KEY (organ_id, kind, version),
  CONSTRAINT wording_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  CONSTRAINT wording_organ_id_fkey FOREIGN KEY (organ_id) REFERENCES organ(id) ON DELETE CASCADE
);
CREATE TRIGGER wording_stays BEFORE UPDATE ON public.wording FOR EACH ROW EXECUTE FUNCTION journal_stays();
