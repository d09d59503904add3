import type { LocalDate } from '@gongkai/calendar';
import { Refusal, type FieldCode, type FieldProblem } from '@gongkai/contracts';

/** Gathers what is wrong with the fields of a command, so that all of it is told at once. */
export class DayCheck {
  readonly #problems: FieldProblem[] = [];

  constructor(private readonly today: LocalDate) {}

  /** A day that has come: the one given, or the office's today. */
  past(path: string, given: LocalDate | undefined, notBefore?: LocalDate | null): LocalDate {
    const day = given ?? this.today;
    this.knows(day <= this.today, path, 'future-date');
    if (notBefore !== undefined && notBefore !== null && day < notBefore)
      this.add({ path, code: 'before-earlier-fact', facts: { earlier: notBefore } });
    return day;
  }

  /** The day a document left the organ: null means that it has not yet. */
  sent(path: string, given: LocalDate | null | undefined, notBefore?: LocalDate | null): LocalDate | null {
    return given === null ? null : this.past(path, given, notBefore);
  }

  /** Notes a problem unless the condition holds. */
  knows(holds: boolean, path: string, code: FieldCode): void {
    if (!holds) this.add({ path, code });
  }

  add(problem: FieldProblem): void {
    this.#problems.push(problem);
  }

  /** @throws Refusal `invalid-request` when anything was wrong */
  settle(): void {
    if (this.#problems.length > 0) throw new Refusal('invalid-request', this.#problems);
  }
}
