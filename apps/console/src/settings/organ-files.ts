/** When an organ files its cases: as the installation does, or as it says itself (REG 45). */
export const FILES = { usual: null, waits: true, at_once: false } as const;
export type Files = keyof typeof FILES;
export const ALL_FILES: readonly Files[] = ['usual', 'waits', 'at_once'];

/** How it is said in a form. */
export const filesOf = (afterRemedies: boolean | null): Files =>
  ALL_FILES.find((files) => FILES[files] === afterRemedies) ?? 'usual';
