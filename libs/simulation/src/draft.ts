import type { LocalDate } from '@gongkai/calendar';
import type { ConsultationKind, Ground } from '@gongkai/contracts';
import type { Course } from './course.js';
import type { End } from './mix.js';

/** A case of a year while it is being thought out. */
export type Draft = {
  readonly n: number;
  readonly receivedOn: LocalDate;
  /** Working days from its receipt to the end of the year. */
  readonly room: number;
  /** Open at the end of the year. */
  readonly carried: boolean;
  organ: string;
  channel: Course['channel'];
  category: Course['category'];
  end: End | 'refused';
  ground: Ground | undefined;
  /** Working days that it takes at most, as far as it has been thought out. */
  takes: number;
  corrected: boolean;
  consultations: { kind: ConsultationKind; answer: 'agree' | 'refuse' | null; overridden: boolean }[];
  extended: boolean;
  late: boolean;
  loggedLate: boolean;
  sentBack: boolean;
  returned: boolean;
  severalItems: boolean;
  tooLate: Course['tooLate'];
  remedies: Course['remedies'];
};
