import { SingleBar } from 'cli-progress';

/** Shows how far long work is. */
export type StepProgress = { readonly tell: (done: number, total: number, where: string) => void; readonly end: () => void };

/** A bar on stderr where a person looks on, else a line whenever a tenth is done. */
export function stepProgress(what: string): StepProgress {
  return process.stderr.isTTY ? barOf(what) : linesOf(what);
}

function barOf(what: string): StepProgress {
  const bar = new SingleBar({
    format: `${what} {where} [{bar}] {percentage} %, {value} of {total} steps, {eta_formatted} left`,
    stream: process.stderr,
    hideCursor: true,
    etaBuffer: 2000,
  });
  let begun = false;
  return {
    tell: (done, total, where) => {
      if (!begun) bar.start(total, done, { where });
      begun = true;
      bar.update(done, { where });
    },
    end: () => bar.stop(),
  };
}

function linesOf(what: string): StepProgress {
  let told = -1;
  return {
    tell: (done, total, where) => {
      const tenth = total === 0 ? 10 : Math.floor((10 * done) / total);
      if (tenth === told) return;
      told = tenth;
      process.stderr.write(`${what} ${where}: ${done} of ${total} steps\n`);
    },
    end: () => undefined,
  };
}
