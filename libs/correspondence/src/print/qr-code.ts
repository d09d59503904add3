import { encodeQR } from 'qr';

/** Room around it that readers need, in modules. */
const QUIET = { ecc: 'medium', border: 2 } as const;
/** Points of a picture to a module. */
const SCALE = 6;

/** A text for the camera of a telephone, as lines: sharp at any size. */
export const qrSvg = (text: string): string => encodeQR(text, 'svg', QUIET);

/** The same as a picture, for what prints no lines. */
export const qrGif = (text: string): Uint8Array => encodeQR(text, 'gif', { ...QUIET, scale: SCALE });
