import { z } from 'zod';
import { Day } from './day.js';
import { keptText } from './kept-text.js';
import type { Text } from './text.js';

/** To whom a document of the organ may be given (公开属性): to anybody unasked, to who asks, to nobody. It is no ground by itself. */
export const PUBLIC_ATTRIBUTES = ['public', 'on_application', 'not_public'] as const;
export const PublicAttribute = z.enum(PUBLIC_ATTRIBUTES);
export type PublicAttribute = z.infer<typeof PublicAttribute>;

/** Of a reply nobody has said anything else of: it is made for one applicant, and says who asked for what. */
export const USUAL_ATTRIBUTE: PublicAttribute = 'on_application';

/** What each is called. */
export const attributeTexts: Readonly<Record<PublicAttribute, Text>> = {
  public: { 'zh-CN': '主动公开', en: 'public' },
  on_application: { 'zh-CN': '依申请公开', en: 'on application' },
  not_public: { 'zh-CN': '不予公开', en: 'not public' },
};

/** What a step says of the public attribute of the reply: proposed by who drafts it, opined by its reviewer, fixed by who signs it. */
export const attributeFields = {
  attribute: PublicAttribute.optional().describe(
    'The public attribute of the reply itself; where nobody says anything it is given on application',
  ),
  attributeReason: keptText(500)
    .optional()
    .describe('Why: asked for where it is not to be public at all, and of who says otherwise than who spoke before'),
};

const Said = z.object({
  attribute: PublicAttribute,
  reason: z.string().optional(),
  by: z.string(),
  actingFor: z.string().nullable(),
  on: Day,
});

/** The public attribute of the reply of the present round: what stands, and who said what. */
export const AttributeView = z
  .object({
    /** Fixed, else as it would be fixed if nobody said anything more; null where proposal and opinion differ and nothing is fixed. */
    standing: PublicAttribute.nullable(),
    proposed: Said.nullable(),
    opined: Said.nullable(),
    fixed: Said.nullable(),
  })
  .meta({ id: 'AttributeView' });
export type AttributeView = z.infer<typeof AttributeView>;
