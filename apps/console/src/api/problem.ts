import type { Problem } from '@gongkai/contracts';

/** The API said no, and why. */
export class ProblemError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.title);
  }
}

/** No answer came, or one that is not of the API: the network, a proxy, a server that is being started. */
export class NetworkError extends Error {}

/** Whether it is this "no". */
export const isProblem = (error: unknown, code: string): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === code;
