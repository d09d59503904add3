import type { FileView } from '@gongkai/contracts';
import { api } from '../api/api.js';
import { newKey } from './new-key.js';

/** Hands a file in, before a step or an answer names it. */
export function handIn(file: File): Promise<FileView> {
  const form = new FormData();
  form.append('file', file);
  return api.post<FileView>('/files', form, { key: newKey() });
}
