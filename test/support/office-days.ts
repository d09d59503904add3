import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import type { Screen, TestBrowser } from './browser.js';
import type { Officer } from './officer.js';
import { takeStep, type Entries } from './step-form.js';

/** A step at a screen: whose, which, and what is put into its form. */
export type ScreenStep = readonly [role: string, type: string, entries?: Entries];

/** The bureau from day to day: people log in, take steps, one after the other at the same screen, and go home. */
export class OfficeDays {
  #seat: { readonly role: string; readonly screen: Screen } | undefined;
  #auditor: Officer | undefined;

  constructor(
    private readonly api: TestApi,
    private readonly browser: TestBrowser,
    /** What else happens each time before steps are taken. */
    private readonly before: (day: string) => Promise<void> = () => Promise.resolve(),
  ) {}

  /** The screen, with somebody of a role at it. Who sat there before leaves. @throws Error where something went wrong for them */
  async screenOf(role: string): Promise<Screen> {
    await this.browser.sendHome();
    const before = this.#seat;
    if (before !== undefined) noComplaints(before);
    const isThere = before !== undefined && this.browser.sits(before.screen);
    if (isThere && before.role === role) return before.screen;
    const screen = isThere ? before.screen : await this.browser.screen();
    await this.browser.changeTo(screen, `${role}.bureau`);
    this.#seat = { role, screen };
    return screen;
  }

  /** Somebody who reads everything and changes nothing. */
  async auditor(): Promise<Officer> {
    return (this.#auditor ??= await this.api.officer('auditor.bureau'));
  }

  async view(caseId: string): Promise<CaseView> {
    return (await (await this.auditor()).get(`/cases/${caseId}`)).body as CaseView;
  }

  /** Everybody goes home. @throws Error where something went wrong on the screen */
  async close(): Promise<void> {
    const seat = this.#seat;
    this.#seat = undefined;
    this.#auditor = undefined;
    if (seat === undefined) return;
    noComplaints(seat);
    await this.browser.leave(seat.screen);
  }

  /** Steps in a case, one after the other, on a day of the office. @returns the case after them */
  async on(day: string, caseId: string, ...steps: readonly ScreenStep[]): Promise<CaseView> {
    if (day !== this.api.clock.today()) {
      await this.close();
      this.api.clock.set(localDate(day));
    }
    await this.before(day);
    for (const [role, type, entries] of steps) await takeStep(await this.screenOf(role), caseId, type, entries);
    return this.view(caseId);
  }
}

function noComplaints({ role, screen }: { readonly role: string; readonly screen: Screen }): void {
  const complaints = screen.complaints();
  if (complaints.length > 0) throw new Error(`${role}: ${complaints.join('\n')}`);
}
