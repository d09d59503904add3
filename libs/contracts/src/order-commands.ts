import { z } from 'zod';
import { bare, command, id, text } from './command-parts.js';

/** What a supervisor demands of a case (REG 46, 47): that it is explained, hurried, or put right. */
export const ORDER_KINDS = ['explain', 'hurry', 'rectify'] as const;
export type OrderKind = (typeof ORDER_KINDS)[number];

const demanded = { demand: text, workingDays: z.int().min(1).max(60) };

/** Steps of supervision orders (督办). None of them moves a date of the law. */
export const orderCommands = {
  issueOrder: bare('issueOrder', {
    orderKind: z.enum(ORDER_KINDS),
    ...demanded,
    person: id
      .optional()
      .describe('The caseworker of the organ who is to answer; without it whoever holds the case, or all where nobody does'),
  }),
  answerOrder: command('answerOrder', { orderId: id, answer: text }),
  /** Whether it was answered or not. By the giver, or another supervisor of the giver's organ or one above it; so is closing. */
  repeatOrder: bare('repeatOrder', { orderId: id, ...demanded }),
  closeOrder: bare('closeOrder', { orderId: id, remark: text.optional() }),
} as const;
