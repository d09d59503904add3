import { encodeQR } from 'qr';
import type { ReactNode } from 'react';

/** Room around it that readers need, in modules. */
const QUIET = 2;

type Props = { readonly text: string; readonly label: string };

/** A text for the camera of a telephone: drawn in the page, so that it prints sharp and nobody else learns of it. */
export function QrCode({ text, label }: Props): ReactNode {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET });
  const dark = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${String(x)} ${String(y)}h1v1h-1z` : '')));
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${String(rows.length)} ${String(rows.length)}`}
      shapeRendering="crispEdges"
    >
      <rect width="100%" height="100%" fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  );
}
