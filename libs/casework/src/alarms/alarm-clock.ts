import type { LocalDate } from '@gongkai/calendar';
import { problemStatus, Refusal } from '@gongkai/contracts';
import type { Alarm, ClockCommand } from '@gongkai/lifecycle';
import type { Clock, CommandPool } from '@gongkai/platform';
import { noteAnswers } from '../consulted/answers-came.js';
import type { CaseDesk } from '../desk/case-desk.js';
import type { Envelope, Outcome } from '../desk/envelope.js';
import { clockEnvelopeId } from './clock-envelope.js';

/** What becomes true by time alone, and the command that says so. Alarms that only remind people are not rung here. */
const COMMANDS: Readonly<Partial<Record<Alarm['kind'], (subject: string) => ClockCommand>>> = {
  consultation_lapse: (consultationId) => ({ type: 'lapseConsultation', consultationId }),
  correction_over: () => ({ type: 'endCorrectionPeriod' }),
  fee_over: () => ({ type: 'endFeePeriod' }),
  public_notice_over: (noticeId) => ({ type: 'completePublicNotice', ...(noticeId === '' ? {} : { noticeId }) }),
};

/** How many alarms are read, and written in one commit, at a time. */
const SET = 200;

export type AlarmClockParts = { readonly pool: CommandPool; readonly desk: CaseDesk; readonly clock: Clock };
type DueAlarm = {
  readonly case_id: string;
  readonly kind: Alarm['kind'];
  readonly subject: string;
  readonly rings_on: LocalDate;
};

/** An alarm whose command failed: it stays due, and the next round tries it again. */
export type FailedAlarm = { readonly caseId: string; readonly kind: Alarm['kind']; readonly error: unknown };

/** What a round came to: alarms that became facts, those that were no longer true or whose case somebody else works at, and those that failed. */
export type Rung = { readonly journalled: number; readonly idle: number; readonly failed: readonly FailedAlarm[] };
type Sound = 'journalled' | 'idle' | FailedAlarm;

/**
 * Turns due alarms into ordinary commands to the desk, in sets, the oldest first. An alarm is a row and its command has an id of its own,
 * so a clock that slept a week catches up in order, and two clocks, or one that rings twice, do nothing twice.
 */
export class AlarmClock {
  constructor(private readonly parts: AlarmClockParts) {}

  /**
   * Rings everything that is due by the office's today. One case that fails does not keep the others waiting. What came by a link is noted
   * first: nobody's silence is written down who has answered.
   */
  async ring(): Promise<Rung> {
    await noteAnswers({ of: 'waiting' }, this.parts);
    const sounds: Sound[] = [];
    let due = await this.#due(null);
    while (due.length > 0) {
      for (const set of caseByCase(due)) sounds.push(...(await this.#sound(set)));
      due = await this.#due(due.at(-1) ?? null);
    }
    return {
      journalled: sounds.filter((sound) => sound === 'journalled').length,
      idle: sounds.filter((sound) => sound === 'idle').length,
      failed: sounds.filter((sound) => typeof sound !== 'string'),
    };
  }

  async #due(after: DueAlarm | null): Promise<readonly DueAlarm[]> {
    const { pool, clock } = this.parts;
    const { rows } = await pool.query<DueAlarm>({
      text: DUE,
      values: [clock.today(), Object.keys(COMMANDS), ...positionOf(after), SET],
    });
    return rows;
  }

  /** A set that the database refuses as a whole is rung one by one: only what is at fault fails. */
  async #sound(set: readonly DueAlarm[]): Promise<readonly Sound[]> {
    const outcomes = await this.#outcomes(set).catch(async (error: unknown) => {
      if (set.length === 1) return [{ error }];
      const alone: Outcome[] = [];
      for (const alarm of set) alone.push(...(await this.#outcomes([alarm]).catch((own: unknown) => [{ error: own }])));
      return alone;
    });
    return set.map((alarm, i) => soundOf(alarm, outcomes[i] ?? 'busy'));
  }

  #outcomes(set: readonly DueAlarm[]): Promise<readonly Outcome[]> {
    return this.parts.desk.handleAll(set.flatMap(envelopeOf));
  }
}

/** What an outcome means. A case that has moved on in the meantime says no; anything else is a fault, to be told. */
function soundOf({ case_id: caseId, kind }: DueAlarm, outcome: Outcome): Sound {
  if (typeof outcome === 'string') return outcome === 'journalled' ? outcome : 'idle';
  const { error } = outcome;
  return error instanceof Refusal && problemStatus[error.code] === 409 ? 'idle' : { caseId, kind, error };
}

/** The alarms so that no set has two of one case: what the second says rests on the first. */
function caseByCase(due: readonly DueAlarm[]): DueAlarm[][] {
  const sets: DueAlarm[][] = [];
  const seen = new Map<string, number>();
  for (const alarm of due) {
    const place = seen.get(alarm.case_id) ?? 0;
    (sets[place] ??= []).push(alarm);
    seen.set(alarm.case_id, place + 1);
  }
  return sets;
}

function envelopeOf({ case_id: caseId, kind, subject, rings_on: ringsOn }: DueAlarm): Envelope[] {
  const command = COMMANDS[kind]?.(subject);
  return command ? [{ id: clockEnvelopeId({ caseId, kind, subject, ringsOn }), caseId, actor: 'clock', command }] : [];
}

const DUE = `
  SELECT case_id, kind, subject, rings_on FROM alarm
   WHERE rings_on <= $1 AND kind = ANY($2) AND (rings_on, case_id, kind, subject) > ($3::date, $4::uuid, $5, $6)
   ORDER BY rings_on, case_id, kind, subject LIMIT $7`;

const positionOf = (after: DueAlarm | null): readonly [string, string, string, string] =>
  after
    ? [after.rings_on, after.case_id, after.kind, after.subject]
    : ['0001-01-01', '00000000-0000-0000-0000-000000000000', '', ''];
