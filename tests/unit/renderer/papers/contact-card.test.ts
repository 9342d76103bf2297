import fc from 'fast-check';
import { encodeQR } from 'qr';
import { decodeQR } from 'qr/decode.js';
import { describe, expect, it } from 'vitest';
import { customerLanguages } from '../../../../electron/contract/languages.ts';
import { loadPaperWords } from '../../../../renderer/i18n/papers/load.ts';
import { contactCard } from '../../../../renderer/screens/papers/contact-card.ts';

/** Reads a code as a camera would, each field `scale` pixels wide. */
function read(text: string, scale = 3): string {
  const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4, scale });
  const data = new Uint8Array(rows.length * rows.length * 4).fill(255);
  for (const [y, row] of rows.entries()) for (const [x, dark] of row.entries()) if (dark) data.fill(0, (y * rows.length + x) * 4, (y * rows.length + x) * 4 + 3);
  return decodeQR({ width: rows.length, height: rows.length, data });
}

describe('the contact on the hand-over pack', () => {
  it('is a vCard with name, number and the steps', () => {
    expect(contactCard({ company: 'Martin, Fils; Co', phone: '05 55', note: 'one\ntwo {{company}}' }).split('\r\n')).toEqual([
      'BEGIN:VCARD', 'VERSION:3.0', String.raw`N:Martin\, Fils\; Co;;;;`, String.raw`FN:Martin\, Fils\; Co`, 'TEL:05 55', String.raw`NOTE:one\ntwo Martin\, Fils\; Co`, 'END:VCARD',
    ]);
    expect(contactCard({ company: 'Martin', phone: '', note: '' })).not.toContain('TEL');
  });

  it('adds no line of its own, whatever a company is called', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (company) => {
      expect(contactCard({ company, phone: '', note: company }).split(/\r\n|[\r\n]/u)).toHaveLength(6);
    }));
  });

  it.each(customerLanguages)('can be read by a camera, in every language and with the longest name, and its fields are not too small (%s)', async (language) => {
    const { handover } = await loadPaperWords(language);
    for (const company of ['Martin Électricité', 'Elektrotechnik Wolfeschlegelsteinhausenbergerdorff & Söhne GmbH & Co. KG, Kehl am Rhein']) {
      const card = contactCard({ company, phone: '+49 7851 123456', note: handover.contactNote });
      expect(read(card)).toBe(card);
      // 42 mm on paper: a field of half a millimetre is read from a hand's breadth.
      expect(42 / encodeQR(card, 'raw', { ecc: 'low', border: 4, scale: 1 }).length).toBeGreaterThan(0.44);
    }
  });
});
