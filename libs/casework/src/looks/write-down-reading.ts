import type { AdminAction } from '@gongkai/contracts';
import type { Statement } from '@gongkai/platform';
import type { Person } from '../person.js';

const READ: AdminAction = 'id-number-read';
/** As many figures of a file's id as an id of the log has, and as a person tells files apart by. */
const [OF_ID, OF_NAME] = [32, 12];

/**
 * Writes down that somebody was told the number of an identity card that was read on a scan: once for each file. The file is named by its
 * content, for its name may be that of the applicant, and what is only added to could not be corrected.
 */
export const writeDownReading = (fileId: string, { id, organId }: Person, now: Date): Statement => ({
  name: 'write-down-reading',
  text: `
    INSERT INTO admin_log (at, actor_id, organ_path, action, subject_id, subject_name)
    SELECT $1, $2, organ.path, $3, $4, $5 FROM organ
     WHERE organ.id = $6 AND NOT EXISTS (SELECT FROM admin_log WHERE subject_id = $4 AND actor_id = $2 AND action = $3)`,
  values: [now, id, READ, fileId.slice(0, OF_ID), fileId.slice(0, OF_NAME), organId],
});
