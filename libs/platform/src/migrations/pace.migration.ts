import { ForwardOnly } from './forward-only.js';

const LINKS = ['acceptance', 'handling', 'reply', 'delivery', 'filing'] as const;

/** The link that a case is in; past the last one when it is filed. */
const CURRENT = `
  CASE WHEN state IN ('unconfirmed', 'received', 'registered') THEN 0
       WHEN state IN ('accepted', 'awaiting_correction', 'awaiting_payment') THEN 1
       WHEN state = 'approving' THEN 2
       WHEN state IN ('signed', 'dispatched', 'returned') THEN 3
       WHEN state = 'closed' THEN 4
       ELSE 5 END`;

/** In the first round the first link begins as the application comes in. */
const REACHED_AT = (link: string): string =>
  link === 'acceptance'
    ? `CASE WHEN file #>> '{round,number}' = '1'
            THEN coalesce(file #>> '{receipt,submittedOn}', file #>> '{receipt,arrivedOn}', file #>> '{receipt,signedOn}')
            ELSE file #>> '{reached,acceptance}' END`
    : `file #>> '{reached,${link}}'`;

/** What was typed in late began no later than what came after it. */
const firstFrom = (from: number): string => {
  const later = LINKS.slice(from).map((_, i) => `CASE WHEN ${from + i} <= current THEN reached_${from + i} END`);
  return `least(${[...later, 'filed'].join(', ')})`;
};

const REACHED = [
  ...LINKS.map((_, i) => `CASE WHEN ${i} <= current AND reached_${i} IS NOT NULL THEN ${firstFrom(i)} END`),
  'CASE WHEN reached_4 IS NOT NULL THEN filed END',
];

const SENT = (kind: string): string => `
  SELECT notice ->> 'id' AS id, notice ->> 'dispatchedOn' AS sent FROM jsonb_array_elements(file -> 'notices') AS notice
   WHERE notice ->> 'kind' = '${kind}' AND notice -> 'round' = file #> '{round,number}' AND notice ->> 'dispatchedOn' IS NOT NULL`;

const EXTENSION = `
  SELECT sent.sent, (extension ->> 'workingDays')::int AS days
    FROM jsonb_array_elements(file #> '{round,moves,extensions}') WITH ORDINALITY AS extensions (extension, place)
    JOIN (${SENT('extension')}) AS sent ON sent.id = extension ->> 'noticeId'
   ORDER BY place DESC LIMIT 1`;

const PAUSES = `
  SELECT coalesce(jsonb_agg(jsonb_build_object('from', asked, 'until', until) ORDER BY asked, coalesce(until, '9')), '[]') AS pauses
    FROM (SELECT one ->> 'dispatchedOn' AS asked, least(one ->> 'answeredOn', one ->> 'lapsedOn') AS until
            FROM jsonb_array_elements(file -> 'consultations') AS one
           WHERE one -> 'round' = file #> '{round,number}' AND one ->> 'elsewhereFrom' IS NULL
             AND one ->> 'dispatchedOn' IS NOT NULL) AS asked`;

const PACE = `
  UPDATE case_file SET replied_on = (case_file.file #>> '{round,reply,dispatchedOn}')::date, pace = made.pace
    FROM (
      SELECT id, jsonb_build_object(
               'reached', jsonb_build_array(${REACHED.join(', ')}),
               'restartedOn', (
                 SELECT max(day) FROM jsonb_array_elements_text(
                   (file #> '{round,moves,corrections}') || (file #> '{round,moves,payments}')) AS days (day)),
               'correctedOn', (SELECT min(sent) FROM (${SENT('correction')}) AS notices),
               'extendedOn', extension.sent, 'extendedBy', coalesce(extension.days, 0),
               'pauses', pauses.pauses) AS pace
        FROM (
          SELECT id, file, ${CURRENT} AS current,
                 ${LINKS.map((link, i) => `${REACHED_AT(link)} AS reached_${i}`).join(', ')},
                 CASE WHEN state = 'filed' THEN file ->> 'filedOn' END AS filed
            FROM case_file) AS one
        LEFT JOIN LATERAL (${EXTENSION}) AS extension ON true
       CROSS JOIN LATERAL (${PAUSES}) AS pauses) AS made
   WHERE made.id = case_file.id`;

/** When cases were where, and when their replies left: what trends are counted from, each from the days it is asked for and no others. */
export class Pace1795900100004 extends ForwardOnly {
  readonly name = 'Pace1795900100004';
  protected readonly statements = [
    `ALTER TABLE case_file ADD COLUMN replied_on date, ADD COLUMN pace jsonb NOT NULL DEFAULT '{}'`,
    PACE,
    'CREATE INDEX case_file_replied ON case_file (replied_on, organ_id) WHERE replied_on IS NOT NULL',
  ];
}
