/** Why the embedded PostgreSQL cannot be used, in words for who started it. */
export class EmbeddedPostgresError extends Error {}

/** What a program said before it failed, else what is known of the failure. */
export function wordsOf(error: unknown): string {
  const stderr = typeof error === 'object' && error !== null && 'stderr' in error ? error.stderr : undefined;
  return typeof stderr === 'string' && stderr.trim() !== '' ? stderr.trim() : String(error);
}
