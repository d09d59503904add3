import { encodeQR } from 'qr';
import type { ReactNode } from 'react';

/** Room around it that readers need, in modules. */
const QUIET = 2;

type Props = { readonly text: string; readonly label: string; readonly className?: string };

/** A text for the camera of a telephone, drawn in the page: sharp in print, and nobody else is asked for a picture. */
export function QrCode({ text, label, className }: Props): ReactNode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  return (
    <svg
      className={className}
      role="img"
      aria-label={label}
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={rows.map(darkOf).join('')} fill="#000" />
    </svg>
  );
}

/** The dark modules of a row. */
const darkOf = (row: readonly boolean[], y: number): string =>
  row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join('');
