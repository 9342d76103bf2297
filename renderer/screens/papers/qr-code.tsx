import type { ReactElement } from 'react';

/** Draws a text as a grid of dark and light fields; comes with the chunk of papers. */
export type DrawCode = (text: string) => readonly (readonly boolean[])[];

/** Loads what draws codes. */
export async function loadDrawCode(): Promise<DrawCode> {
  const { encodeQR } = await import('qr');
  // The light rim of four fields belongs to the code (ISO/IEC 18004).
  return (text) => encodeQR(text, 'raw', { ecc: 'low', border: 4, scale: 1 });
}

/** One stroke per run of dark fields, so that a printer draws few shapes and no seams. */
function pathOf(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) => row.flatMap((dark, x) => {
      if (!dark || row[x - 1] === true) return [];
      const end = row.indexOf(false, x);
      const length = (end < 0 ? row.length : end) - x;
      return [`M${x} ${y}h${length}v1h-${length}z`];
    }))
    .join('');
}

/** A code, as shapes. `label` says what it holds to whoever cannot see it. */
export function QrCode({ rows, label }: { readonly rows: readonly (readonly boolean[])[]; readonly label: string }): ReactElement {
  const size = rows.length;
  return (
    <svg className="document-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={pathOf(rows)} />
    </svg>
  );
}
