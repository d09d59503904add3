import type { Processors } from '@gongkai/platform';

const nothing = () => Promise.resolve([]);

/** What does nothing of all that commands leave to be done: a test puts in what it is about. */
export const idleProcessors: Processors = {
  'case-changed': nothing,
  'turn-changed': nothing,
  'confirmation-changed': nothing,
  'deliver-notification': nothing,
  'deliver-webhook': nothing,
  'send-letter': nothing,
  'note-letter': nothing,
  'draw-pages': nothing,
  'read-page': nothing,
  'look-at-redaction': nothing,
  'burn-redaction': nothing,
  'import-register': nothing,
};
