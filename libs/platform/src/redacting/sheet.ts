/** Where something stands on a page as it is looked at: shares of its width and height, from its left top corner. */
export type Area = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** Whither a line runs on a page as it is looked at: in quarters of a turn, clockwise from left to right. */
export type Turn = 0 | 1 | 2 | 3;

/** One character of a page, and where it stands; one that only separates others stands nowhere. */
export type Sign = {
  readonly text: string;
  /** As high as its line. */
  readonly area: Area | null;
  /** Where its ink is. */
  readonly ink: Area | null;
  readonly turn: Turn;
  /** Whether taking it off the page changes the picture. */
  readonly isSeen: boolean;
};

/** A page as it is looked at: upright, cut to what is shown of it. */
export type Sheet = {
  /** Dots. */
  readonly width: number;
  readonly height: number;
  /** Three bytes a dot: red, green, blue. */
  readonly dots: Buffer;
  /** Seventy-seconds of an inch. */
  readonly points: { readonly width: number; readonly height: number };
  readonly signs: readonly Sign[];
};

/** The pages of a file. */
export type Sheets = {
  readonly total: number;
  /**
   * @param number from 1
   * @param tellsSeen of each character whether it is seen, which takes as long again; else none is
   * @throws Error where it cannot be drawn
   */
  readonly at: (number: number, tellsSeen: boolean) => Promise<Sheet>;
};
