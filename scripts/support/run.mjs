import { spawn } from 'node:child_process';
import { at } from './tree.mjs';

/**
 * Runs a program in the repository's root and waits for its end.
 * @returns exit code (a signal counts as 1) and what it printed to the streams given as 'pipe', in order
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: at(), stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(output).toString() }));
  });
}
