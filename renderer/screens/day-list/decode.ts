const isMark = (bytes: Uint8Array, ...mark: readonly number[]): boolean => mark.every((byte, index) => bytes[index] === byte);

function decodeAs(bytes: Uint8Array, encoding: string, fatal = false): string | null {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: UTF-16 where its mark says so, else UTF-8, else Windows-1252, in which every byte is a letter and which spreadsheets
 * still write. Line ends become `\n`. Null: no text, because it holds a NUL, which no list has and every picture or program does.
 */
export function decode(bytes: Uint8Array): string | null {
  const utf16 = isMark(bytes, 0xff, 0xfe) ? 'utf-16le' : isMark(bytes, 0xfe, 0xff) ? 'utf-16be' : null;
  const text = (utf16 ? decodeAs(bytes, utf16) : (decodeAs(bytes, 'utf-8', true) ?? decodeAs(bytes, 'windows-1252'))) ?? '';
  return text.includes('\0') ? null : text.replaceAll(/\r\n?/gu, '\n');
}
