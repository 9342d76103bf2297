import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from '@playwright/test';

/** What is in a PDF, as poppler reads it. */
export interface PdfFacts {
  readonly title: string;
  readonly pages: number;
  readonly size: string;
  readonly tagged: boolean;
  /** The languages it names, each once. */
  readonly languages: readonly string[];
  readonly text: string;
  readonly fonts: number;
  /** Names of fonts that are not in the file. */
  readonly missingFonts: readonly string[];
}

function poppler(program: string, ...rest: readonly string[]): string {
  try {
    return execFileSync(program, rest, { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') throw new Error(`${program} is needed to read PDFs: run "sudo apt-get install poppler-utils" and start the tests again.`, { cause: error });
    throw error;
  }
}

/** Tests that read PDFs need poppler, which is there on Linux (a test fails with what to install where it is not) and is no part of other systems. */
export function needsPoppler(): void {
  test.skip(process.platform !== 'linux', 'PDFs are read with poppler-utils, which the tests use on Linux only: on this system look at the saved PDF by eye');
}

/** Reads a PDF. */
export function readPdf(file: string): PdfFacts {
  const info = poppler('pdfinfo', file);
  const fact = (name: string): string => new RegExp(`^${name}: +(.*)$`, 'mu').exec(info)?.[1] ?? '';
  const fonts = poppler('pdffonts', file).trim().split('\n').slice(2);
  return {
    title: fact('Title'), pages: Number(fact('Pages')), size: fact('Page size'), tagged: fact('Tagged') === 'yes',
    languages: [...new Set([...readFileSync(file, 'latin1').matchAll(/\/Lang \(([^)]*)\)/gu)].map(([, language]) => language ?? ''))],
    // Line breaks are the paper's; the words are what is tested.
    text: poppler('pdftotext', '-enc', 'UTF-8', file, '-').replaceAll(/\s+/gu, ' '),
    fonts: fonts.length,
    // The columns after the name: type, encoding, embedded, subset, unicode, object.
    missingFonts: fonts.filter((line) => !/ yes +(?:yes|no) +(?:yes|no) +\d+ +\d+\s*$/u.test(line)),
  };
}
