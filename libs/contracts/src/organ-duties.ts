/** What an organ owes without a case: where in the console it is done, and what of it stands beside the name of the organ. */
type Duty = {
  /** A page of the console. @param about the part of the reminder's subject after its deadline */
  readonly page: (organ: string, about: string) => string;
  /** A year or a number: it reads the same in every language. */
  readonly label: (about: string) => string;
};

const itself = (about: string): string => about;

const ORGAN_DUTIES = {
  annualReportDue: { page: (organ, year) => `/reports?organ=${organ}&year=${year}`, label: itself },
  catalogueDue: { page: (_, year) => `/catalogue/year?year=${year}`, label: itself },
  publicationDue: {
    page: (organ, number) => `/catalogue/formed?organ=${organ}&number=${number}`,
    label: itself,
  },
  rectificationDue: { page: (organ) => `/rectifications?organ=${organ}`, label: () => '' },
  recordCorrectionDue: { page: () => '/records', label: itself },
  // Of a case these are its own; without one they are answers to what was brought against the answer of article 41.
  complaintDue: { page: () => '/records', label: itself },
  reconsiderationAnswerDue: { page: () => '/records', label: itself },
  defenceDue: { page: () => '/records', label: itself },
} as const satisfies Readonly<Record<string, Duty>>;

/** The deadlines that an organ can owe without a case. */
export type DutyName = keyof typeof ORGAN_DUTIES;

/** Where what is owed is done, and its year or number; null of a deadline of cases. @param about the year, number or id it is about */
export function dutyAt(deadline: string, organ: string, about: string): { readonly page: string; readonly label: string } | null {
  if (!(deadline in ORGAN_DUTIES)) return null;
  const { page, label }: Duty = ORGAN_DUTIES[deadline as DutyName];
  return { page: page(organ, about), label: label(about) };
}

/** Where in the console it is seen what became of something that an organ has to do with. @param about the id after the name in its subject */
const ORGAN_NEWS = {
  'entry-proposed': () => '/publications',
  'rectification-demanded': (organ) => `/rectifications?organ=${organ}`,
  'rectification-repeated': (organ) => `/rectifications?organ=${organ}`,
  'assessment-told': (organ, about) => `/assessments/${about}/${organ}`,
  'assessment-settled': (organ, about) => `/assessments/${about}/${organ}`,
} as const satisfies Readonly<Record<string, (organ: string, about: string) => string>>;

/** News that are about no case, and tell an organ what others demand of it or how they judge it. */
export type OrganNewsName = keyof typeof ORGAN_NEWS;

/** Whether they are such news. */
export const isOrganNews = (news: string): news is OrganNewsName => news in ORGAN_NEWS;

/** The page of the console that such news lead to. */
export const organNewsPage = (news: OrganNewsName, organ: string, about: string): string => ORGAN_NEWS[news](organ, about);
