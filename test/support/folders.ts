import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A new folder that every account may enter. */
export function makeOpenFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'gongkai-spec-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a folder with all it holds. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}
