import type { Progress } from '@gongkai/casework';

/** Counts on stderr: in place on a terminal, else a line now and then. */
export function progressOf(what: string): Progress {
  let told = -1;
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
    if (percent === told) return;
    told = percent;
    if (process.stderr.isTTY) process.stderr.write(`\r${what}: ${done} of ${total}${done >= total ? '\n' : ''}`);
    else if (percent % 10 === 0) process.stderr.write(`${what}: ${done} of ${total}\n`);
  };
}
