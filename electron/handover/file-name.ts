/** What Windows or macOS refuses in a file's name, and marks that turn a name around on the screen. */
const FORBIDDEN = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Co}\p{Cs}]+/gu;
/** UTF-8 bytes that a name may have besides its ending; file systems take 255 in all. */
const MOST_BYTES = 180;

function shortened(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_BYTES) break;
    kept += character;
  }
  return kept;
}

const plain = (text: string): string => text.normalize('NFC').replaceAll(FORBIDDEN, ' ').replaceAll(/\s+/gu, ' ').trim();

/**
 * The name to suggest for a paper: its kind, the site, the day (`YYYY-MM-DD`). It holds no path and nothing that Windows or macOS refuses;
 * the kind comes first, so that no site makes it one of Windows' own names or a hidden file.
 */
export function paperFileName(kind: string, siteName: string, day: string): string {
  const base = shortened(plain(`${kind} ${siteName}`)).replace(/[. ]+$/u, '');
  return `${base} ${day}.pdf`;
}
