import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import type { PaperKind } from './papers.js';
import type { FieldProblem } from './problems.js';
import { OrganView } from './session.js';
import { PersonRef } from './views.js';

/** Channels that an organ opens by announcing them. At the counter and by post it always takes applications (REG 29, G19). */
export const OPENED_CHANNELS = ['fax', 'email', 'web'] as const;
export const GUIDE_CHANNELS = ['in_person', 'post', ...OPENED_CHANNELS] as const;
export const GuideChannel = z.enum(GUIDE_CHANNELS);
export type GuideChannel = z.infer<typeof GuideChannel>;

/** How an application over the portal is confirmed: by its success message, or by a person where that was announced beforehand (GC26). */
export const WebReceipt = z.enum(['auto', 'manual']);
export type WebReceipt = z.infer<typeof WebReceipt>;

/** In Chinese, and in English where the office gives it. */
const bilingual = (max: number) => z.strictObject({ 'zh-CN': keptText(max), en: keptText(max).optional() });
const Line = bilingual(300);
const Passage = bilingual(4000);
export type GuideText = z.infer<typeof Line>;

/** The guide (指南) of an organ: where and how it is asked for information (REG 12). */
export const Guide = z
  .strictObject({
    /** Who answers: the unit for disclosure. */
    office: Line,
    address: Line,
    hours: Line,
    phone: keptText(100),
    fax: keptText(100).optional(),
    /** Where letters go, with the postcode. */
    postalAddress: Line,
    email: z.email().max(254).optional(),
    channels: z.array(z.enum(OPENED_CHANNELS)).max(OPENED_CHANNELS.length),
    webReceipt: WebReceipt,
    /** What replies say of remedies (ARL 20, 23(2), 24-27; REG 47, 51): the organ that reconsiders, the court, whom one complains to. */
    reconsiderationOrgan: keptText(100).optional(),
    /** Where reconsideration can be applied for by internet (ARL 22). */
    onlineChannel: keptText(200).optional(),
    court: keptText(100).optional(),
    supervisor: keptText(100).optional(),
    /** Where and how a processing fee is paid, as its notice says; without it at the counter (REG 42; FEE 6). */
    payment: Line.optional(),
    /** The number of its fonds (全宗号) in the archive, for the covers of its folders. */
    fonds: keptText(30).optional(),
    /** What the law says stands in for these where the organ says nothing else. */
    fees: Passage.optional(),
    remedies: Passage.optional(),
    /** Anything else: the way there, help for people who cannot write. */
    notes: Passage.optional(),
  })
  .meta({ id: 'Guide' });
export type Guide = z.infer<typeof Guide>;

const REMEDY_NEEDS = ['reconsiderationOrgan', 'court', 'supervisor'] as const;

/** What letters say of an organ out of its guide: without one of these they are not drawn, for nothing is printed with holes. */
export const GUIDE_NEEDS = [...(['office', 'address', 'hours', 'phone', 'postalAddress'] as const), ...REMEDY_NEEDS] as const;

/** The letters of a case that tell of remedies; beside them the answers to requests for the correction of a record (REG 41). */
export const REMEDY_PAPERS = ['third_party_disclosure', 'reply', 'ending_notice'] as const satisfies readonly PaperKind[];
export const GuideNeed = z.enum(GUIDE_NEEDS);
export type GuideNeed = z.infer<typeof GuideNeed>;

/** Which of them a guide does not say, in their order. @param guide null: the organ has announced none */
export const guideLacks = (guide: Guide | null): readonly GuideNeed[] =>
  GUIDE_NEEDS.filter((need) => guide?.[need] === undefined);

/** Whether all other letters are drawn while a guide lacks these: a request to correct an application does not wait for a court (REG 30). */
export const lacksRemediesAlone = (lacks: readonly GuideNeed[]): boolean =>
  lacks.length > 0 && lacks.every((need) => REMEDY_NEEDS.some((one) => one === need));

/** A new version of a guide; from today where no day is named. */
export const NewGuide = Guide.extend({ from: Day.optional() }).meta({ id: 'NewGuide' });
export type NewGuide = z.infer<typeof NewGuide>;

/** What does not go together in a guide: a channel that is opened has to say where it leads. */
export function guideProblems({ channels, fax, email }: Guide): FieldProblem[] {
  const leads = { fax, email } as const;
  return (['fax', 'email'] as const)
    .filter((channel) => channels.includes(channel) && leads[channel] === undefined)
    .map((path) => ({ path, code: 'required' }));
}

/** A version of a guide; the newest of those that have begun is in force. */
export const GuideVersion = z
  .strictObject({
    version: z.int(),
    from: Day,
    guide: Guide,
    changedAt: z.iso.datetime(),
    /** Null: loaded from `config/`. */
    changedBy: PersonRef.nullable(),
  })
  .meta({ id: 'GuideVersion' });
export type GuideVersion = z.infer<typeof GuideVersion>;

/** All versions, the last to begin first. */
export const GuideVersions = z
  .strictObject({
    /** The version in force today; null where nothing has been announced. */
    inForce: z.int().nullable(),
    items: z.array(GuideVersion),
  })
  .meta({ id: 'GuideVersions' });
export type GuideVersions = z.infer<typeof GuideVersions>;

const Announced = z.strictObject({ from: Day, guide: Guide });

/** The guide of an organ as everybody reads it. */
export const PublicGuide = z
  .strictObject({
    organ: OrganView.pick({ code: true, name: true, kind: true, parent: true }),
    /** Ways in that are open today, with those that always are. */
    channels: z.array(GuideChannel),
    webReceipt: WebReceipt,
    /** Null where the organ has announced none. */
    inForce: Announced.nullable(),
    /** The next version, announced beforehand. */
    next: Announced.nullable(),
    today: Day,
  })
  .meta({ id: 'PublicGuide' });
export type PublicGuide = z.infer<typeof PublicGuide>;

/** The guides of a district: an organ and everything below it. */
export const Compendium = z.strictObject({ items: z.array(PublicGuide) }).meta({ id: 'Compendium' });
export type Compendium = z.infer<typeof Compendium>;
