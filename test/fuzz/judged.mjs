const PROBLEM = 'application/problem+json';

/** @throws Error where an answer is none that anybody should get: an error of ours, or a refusal that is no problem document */
export function judged({ answer, said }, asked) {
  const wrong = wrongWith(answer);
  if (wrong !== undefined)
    throw new Error(
      `${wrong}: ${answer.statusCode} to ${JSON.stringify(asked)}\n${answer.payload.slice(0, 300)}\n${reasons(said)}`,
    );
  return answer;
}

function wrongWith({ statusCode, headers, payload }) {
  if (statusCode >= 500) return 'An error of ours';
  if (statusCode < 400) return undefined;
  if (!String(headers['content-type']).startsWith(PROBLEM)) return 'A refusal that is no problem document';
  const { code, status } = JSON.parse(payload);
  return typeof code === 'string' && status === statusCode ? undefined : 'A problem document without its code or status';
}

const reasons = (said) =>
  said
    .flat()
    .map((one) => stackOf(one) ?? JSON.stringify(one))
    .join('\n')
    .slice(0, 2500);

/** Of what was thrown, however it is written down. */
const stackOf = (one) => (one instanceof Error ? one : (one?.err ?? one?.error))?.stack;
