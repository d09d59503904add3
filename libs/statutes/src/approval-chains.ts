import { ApprovalStep, DECISION_CODES, GROUNDS, type DecisionCode, type Ground, type PostTitle } from '@gongkai/contracts';
import { z } from 'zod';
import { parseConfig, type ConfigFinding } from './parse-config.js';

const Name = z.string().regex(/^[a-z][a-z0-9_]*$/, 'must consist of small letters, digits and _');

const Chain = z.strictObject({
  /** Whose steps they are, in their order; the last one's post signs. */
  steps: z.array(ApprovalStep).min(1).max(9),
  /** One person may stand for several of the steps. */
  onePerson: z.boolean().default(false),
});

const Use = z.strictObject({
  /** Codes of organs; without them all. */
  organs: z.array(z.string().min(1)).min(1).optional(),
  /** One decision of these in the draft is enough; without them any draft. */
  codes: z.array(z.enum(DECISION_CODES)).min(1).optional(),
  chain: Name,
});

/** Every condition that a line names has to be met; one line is enough. */
const LegalReview = z.strictObject({
  /** Codes of organs; without them all. */
  organs: z.array(z.string().min(1)).min(1).optional(),
  /** One decision of these in the draft is enough. */
  codes: z.array(z.enum(DECISION_CODES)).min(1).optional(),
  /** Something is withheld for one of these. */
  grounds: z.array(z.enum(GROUNDS)).min(1).optional(),
  /** Something is given out over the refusal of a third party (REG 32). */
  overrides: z.literal(true).optional(),
});

const ApprovalsFile = z.strictObject({
  id: z.string().min(1),
  chains: z.record(Name, Chain),
  /** The first that fits a draft; the last has to fit every one. */
  uses: z.array(Use).min(1),
  /** Which drafts a legal reviewer looks at before the chain begins; none where it is left out. */
  legalReviews: z.array(LegalReview).default([]),
});

/** By which posts drafts are approved, in which order: `config/approvals.yaml`. */
export type ApprovalChains = z.infer<typeof ApprovalsFile>;

/** The chain that a draft goes through, by its name. */
export type ApprovalChain = z.infer<typeof Chain> & { readonly id: string };

/**
 * Reads `config/approvals.yaml`.
 * @throws ConfigError with every problem: a chain that is not there or that nobody uses, no chain for what is left
 */
export function parseApprovalChains(text: string, file: string): ApprovalChains {
  const checked = ApprovalsFile.superRefine((approvals, context) => {
    for (const { path, message } of findings(approvals)) context.addIssue({ code: 'custom', path: [...path], message });
  });
  return parseConfig(text, file, checked);
}

function findings({ chains, uses }: ApprovalChains): ConfigFinding[] {
  const last = uses.at(-1);
  return [
    ...uses.flatMap(({ chain }, i) =>
      chain in chains ? [] : [{ path: ['uses', i, 'chain'], message: `names ${chain}, which is no chain` }],
    ),
    ...Object.keys(chains).flatMap((name) =>
      uses.some(({ chain }) => chain === name) ? [] : [{ path: ['chains', name], message: 'is used nowhere' }],
    ),
    ...(last?.organs === undefined && last?.codes === undefined
      ? []
      : [{ path: ['uses', uses.length - 1], message: 'must fit every draft, without organs and codes: it is the last' }]),
  ];
}

/** Which chain a draft of an organ goes through, by the decisions in it. @param organ undefined where none is meant */
export function chainFor(
  { chains, uses }: ApprovalChains,
  organ: string | undefined,
  decided: readonly DecisionCode[],
): ApprovalChain | undefined {
  const use = uses.find(
    ({ organs, codes }) =>
      (organs === undefined || (organ !== undefined && organs.includes(organ))) &&
      (codes?.some((code) => decided.includes(code)) ?? true),
  );
  const chain = use === undefined ? undefined : chains[use.chain];
  return use === undefined || chain === undefined ? undefined : { id: use.chain, ...chain };
}

const isOf =
  (organ: string) =>
  ({ organs }: { readonly organs?: readonly string[] | undefined }): boolean =>
    holdsAny(organs, [organ]);

/** The chains that some draft of an organ may have to go up. */
export function chainsOf({ chains, uses }: ApprovalChains, organ: string): readonly ApprovalChain[] {
  const own = uses.filter(isOf(organ));
  // What stands behind the first line for every draft is never reached.
  const last = own.findIndex(({ codes }) => codes === undefined);
  return [...new Set(own.slice(0, last + 1).map(({ chain }) => chain))].flatMap((id) => {
    const chain = chains[id];
    return chain === undefined ? [] : [{ id, ...chain }];
  });
}

/** The titles, and the legal reviewer, that some draft of an organ may have to go to. */
export function postsAsked(approvals: ApprovalChains, organ: string): readonly (PostTitle | 'legal')[] {
  const titles = chainsOf(approvals, organ).flatMap(({ steps }) => steps.filter((step) => step !== 'approver'));
  return [...new Set([...titles, ...(approvals.legalReviews.some(isOf(organ)) ? (['legal'] as const) : [])])];
}

/** What of a draft decides whether a legal reviewer looks at it. */
export type DraftToReview = {
  readonly codes: readonly DecisionCode[];
  readonly grounds: readonly Ground[];
  readonly overrides: boolean;
};

const holdsAny = <T>(asked: readonly T[] | undefined, there: readonly T[]): boolean =>
  asked?.some((one) => there.includes(one)) ?? true;

/** Whether a legal review goes before the chain of such a draft. @param organ undefined where none is meant */
export const legalReviewFor = ({ legalReviews }: ApprovalChains, organ: string | undefined, draft: DraftToReview): boolean =>
  legalReviews.some(
    ({ organs, codes, grounds, overrides = false }) =>
      holdsAny(organs, organ === undefined ? [] : [organ]) &&
      holdsAny(codes, draft.codes) &&
      holdsAny(grounds, draft.grounds) &&
      (!overrides || draft.overrides),
  );
