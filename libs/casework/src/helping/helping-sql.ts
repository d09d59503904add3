/** How many co-handling requests of open cases wait for whose answer, as rows of `person_id` and `open`. */
export const HELPING = `
  SELECT (one ->> 'person')::uuid AS person_id, count(*)::int AS open
    FROM case_file, jsonb_array_elements(case_file.file -> 'unitRequests') AS one
   WHERE case_file.waits <> '{}' AND 'unit' = ANY (case_file.waits) AND case_file.closed_on IS NULL AND one ->> 'answeredOn' IS NULL
   GROUP BY 1`;
