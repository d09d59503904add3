/** Traces on their way out. */
export type Tracing = {
  /** Sends what is left. */
  readonly close: () => Promise<void>;
};
