import { fill } from '../../i18n/papers/load.ts';

/** Characters that stand for themselves in a value only behind a backslash (RFC 2426 §5); a break of the line becomes `\n`. */
const escaped = (text: string): string => text.replaceAll(/[\\;,]/gu, String.raw`\$&`).replaceAll(/\r\n|[\r\n]/gu, String.raw`\n`);

/** Longest name in the code, in characters: its fields must stay large enough for a telephone's camera. */
const LONGEST_NAME = 50;

interface Card {
  readonly company: string;
  /** '' for none. */
  readonly phone: string;
  /** With `{{company}}` for the name. */
  readonly note: string;
}

/**
 * What the code on the hand-over pack holds: a contact with a note (vCard 3.0, RFC 2426). There is no page in the internet that could say how
 * this company's link is stopped, so the steps themselves are in the code, in the one form that the cameras of telephones keep
 * without a network: they offer to add the contact, where a plain text would be searched for.
 */
export function contactCard({ company, phone, note }: Card): string {
  const short = Array.from(company).slice(0, LONGEST_NAME).join('').toWellFormed();
  const name = escaped(short);
  return [
    'BEGIN:VCARD', 'VERSION:3.0', `N:${name};;;;`, `FN:${name}`,
    ...(phone === '' ? [] : [`TEL:${escaped(phone)}`]),
    `NOTE:${escaped(fill(note, { company: short }))}`, 'END:VCARD',
  ].join('\r\n');
}
