/**
 * What a file is called in a case, in SQL beside `stored_file`: as it came in for the case, or as it was handed in last before the entry
 * that named it first, by who made the entry rather than by somebody else. The same content may be called otherwise elsewhere.
 * @param caseId an expression for the id of the case
 */
export const nameInCase = (caseId: string): string => `
  coalesce(
    (SELECT incoming.file_names[array_position(incoming.file_ids, stored_file.id)] FROM incoming
      WHERE incoming.case_id = ${caseId} AND stored_file.id = ANY (incoming.file_ids) ORDER BY incoming.arrived_at LIMIT 1),
    (SELECT file_name.name FROM journal AS entry
       JOIN file_name ON file_name.file_id = stored_file.id AND file_name.organ_id = stored_file.organ_id
      WHERE entry.case_id = ${caseId} AND entry.fact -> 'fileIds' ? stored_file.id AND file_name.given_at <= entry.at
      ORDER BY entry.seq, (file_name.given_by = entry.actor_id) DESC, file_name.seq DESC LIMIT 1),
    stored_file.name)`;

/** What a file was called by somebody who handed it in, the last time. @param by an expression for who that is */
export const nameGivenBy = (by: string): string => `
  coalesce(
    (SELECT file_name.name FROM file_name
      WHERE file_name.file_id = stored_file.id AND file_name.organ_id = stored_file.organ_id AND file_name.given_by = ${by}
      ORDER BY file_name.seq DESC LIMIT 1),
    stored_file.name)`;
