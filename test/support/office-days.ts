import { localDate } from '@gongkai/calendar';
import type { CaseView } from '@gongkai/contracts';
import type { TestApi } from './api.js';
import type { Screen, TestBrowser } from './browser.js';
import type { Officer } from './officer.js';
import { takeStep, type Entries } from './step-form.js';

/** A step at a screen: whose, which, and what is put into its form. */
export type ScreenStep = readonly [role: string, type: string, entries?: Entries];

/** The bureau from day to day: people log in once a day, take steps at their screens, and go home. */
export class OfficeDays {
  readonly #screens = new Map<string, Screen>();
  #auditor: Officer | undefined;

  constructor(
    private readonly api: TestApi,
    private readonly browser: TestBrowser,
    /** What else happens each time before steps are taken. */
    private readonly before: (day: string) => Promise<void> = () => Promise.resolve(),
  ) {}

  /** The screen of a role. */
  async screenOf(role: string): Promise<Screen> {
    await this.browser.sendHome();
    const seated = this.#screens.get(role);
    if (seated !== undefined && !seated.page.isClosed()) return seated;
    // Who has gone home has left what went wrong on their screen.
    if (seated !== undefined) noComplaints(role, seated);
    const screen = await this.browser.screen({ as: `${role}.bureau` });
    this.#screens.set(role, screen);
    return screen;
  }

  /** Somebody who reads everything and changes nothing. */
  async auditor(): Promise<Officer> {
    return (this.#auditor ??= await this.api.officer('auditor.bureau'));
  }

  async view(caseId: string): Promise<CaseView> {
    return (await (await this.auditor()).get(`/cases/${caseId}`)).body as CaseView;
  }

  /** Everybody goes home. @throws Error where something went wrong on a screen */
  async close(): Promise<void> {
    for (const [role, screen] of this.#screens) {
      noComplaints(role, screen);
      await screen.page.context().close();
    }
    this.#screens.clear();
    this.#auditor = undefined;
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

function noComplaints(role: string, screen: Screen): void {
  const complaints = screen.complaints();
  if (complaints.length > 0) throw new Error(`${role}: ${complaints.join('\n')}`);
}
