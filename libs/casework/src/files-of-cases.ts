/**
 * Whether a file lies in a case of an organ, or in what came in for one: an entry names it, a decision names it as the record it is about, parts of it
 * are withheld, or it arrived by post. The same bytes are the same file, whoever handed them in again.
 * @param file an expression for its id
 * @param organ an expression for the id of the organ
 */
export const liesInACase = (file: string, organ: string): string => `(
  ${['cases_with_file', 'cases_about_record']
    .map((found) => `EXISTS (SELECT FROM case_file WHERE id IN (SELECT ${found}(${file})) AND case_file.organ_id = ${organ})`)
    .join('\n  OR ')}
  OR EXISTS (SELECT FROM redaction WHERE redaction.organ_id = ${organ} AND ${file} IN (source_id, result_id))
  OR EXISTS (SELECT FROM incoming WHERE incoming.organ_id = ${organ} AND ${file} = ANY (file_ids))
  OR EXISTS (SELECT FROM record_correction WHERE record_correction.organ_id = ${organ} AND ${file} = ANY (record_correction.file_ids)))`;
