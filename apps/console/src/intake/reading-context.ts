import { createContext, useContext, type FocusEvent } from 'react';
import type { Mark } from '../parts/sheets.js';
import type { Proposal } from './proposals.js';

/** What the scans of the letter say, as its fields and its papers see it. */
export type ReadingHelp = {
  readonly state: 'nothing' | 'under-way' | 'ready';
  readonly proposals: readonly Proposal[];
  /** Whether only the first pages of a file are read. */
  readonly isCutOff: boolean;
  /** Whether a field would take what was read: nothing was typed there. */
  readonly isOpen: (name: string) => boolean;
  readonly take: (name: string) => void;
  readonly takeAll: () => void;
  /** The place of what was read for the field that has the focus. */
  readonly mark: Mark | undefined;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
};

const NO_HELP: ReadingHelp = {
  state: 'nothing',
  proposals: [],
  isCutOff: false,
  isOpen: () => false,
  take: () => undefined,
  takeAll: () => undefined,
  mark: undefined,
  onFocus: () => undefined,
};

export const ReadingContext = createContext<ReadingHelp>(NO_HELP);

/** What the scans say; nothing outside of the form for a letter. */
export const useReadingHelp = (): ReadingHelp => useContext(ReadingContext);
