import type { AnswerByLink } from '@gongkai/contracts';

/** What the step that takes an answer down is filled in with. @param day on which it came */
export const answerValues = ({ consultationId, answer, grounds }: AnswerByLink, day: string) => ({
  consultationId: { field: 'consultationId', id: consultationId },
  answer,
  grounds,
  answeredOn: day,
});

/** Of a letter that nobody has answered by the link. */
export const NO_ANSWER = { answer: undefined, grounds: undefined, answeredOn: undefined } as const;
