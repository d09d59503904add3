/** Over a refusal, the public interest was found to require that these items are given out; the notice tells who refused (REG 15, 32). */
export type SetAside = {
  readonly noticeId: string;
  readonly itemIds: readonly string[];
  /** Who found it, and drafts nothing of what it lets out; what a split of former times took along does not tell. */
  readonly by?: string;
  /** In whose place: they draft nothing of it either. */
  readonly actingFor?: string;
};
