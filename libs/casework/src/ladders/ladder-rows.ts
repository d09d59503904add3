import type { Statement } from '@gongkai/platform';

/** What each organ has said last of each ladder. */
const LAST = `
  SELECT DISTINCT ON (organ_id, ladder) organ_id, ladder, rungs FROM reminder_ladder ORDER BY organ_id, ladder, version DESC`;

/** The nearest organ that has rungs of its own decides, for it and all below. */
export const EFFECTIVE = `
  SELECT DISTINCT ON (organ.id, own.ladder) organ.id AS organ_id, own.ladder, own.rungs, giver.id AS giver_id, giver.code AS giver
    FROM organ JOIN (${LAST}) AS own ON own.rungs IS NOT NULL AND own.organ_id = ANY (organ.path)
    JOIN organ AS giver ON giver.id = own.organ_id
   ORDER BY organ.id, own.ladder, array_position(organ.path, own.organ_id) DESC`;

/** An organ in or below another that goes by a ladder as that one has it. @param $1 the one; $2 the name of the ladder */
export const GOES_BY = `
  organ.path @> ARRAY[$1::uuid]
     AND NOT EXISTS (SELECT FROM (${EFFECTIVE}) AS held
                      WHERE held.organ_id = organ.id AND held.ladder = $2
                        AND cardinality((SELECT path FROM organ AS giver WHERE giver.id = held.giver_id))
                          > cardinality((SELECT path FROM organ AS one WHERE one.id = $1)))`;

/** The edition with everything in it, as of one moment. */
export const READ_LADDERS: Statement = {
  name: 'own-ladders',
  text: `
    SELECT (SELECT coalesce(max(id), 0) FROM ladder_edition) AS edition,
           coalesce(jsonb_agg(jsonb_build_object('organ', organ_id, 'ladder', ladder, 'rungs', rungs)), '[]') AS own
      FROM (${EFFECTIVE}) AS effective`,
};

/** Processes read the ladders again. @param $1 the moment */
export const NEW_EDITION = 'INSERT INTO ladder_edition (at) VALUES ($1)';

/**
 * What could ring otherwise now is looked at in the next round: what was told is not told again. @param $1 an organ, with all below it;
 * $2 today; $3 names of deadlines, or null for all
 */
export const LOOK_AGAIN = `
  UPDATE alarm SET rings_on = $2::date
    FROM case_file JOIN organ ON organ.id = case_file.organ_id
   WHERE case_file.id = alarm.case_id AND organ.path @> ARRAY[$1::uuid] AND alarm.kind = 'reminder'
     AND ($3::text[] IS NULL OR split_part(alarm.subject, ':', 1) = ANY ($3))
     AND (alarm.rings_on IS NULL OR alarm.rings_on > $2::date)`;
