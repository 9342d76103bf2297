import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { APP_RETURN_URI } from '../../../electron/oauth/redirect-uri.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../../build/bounce/index.html'), 'utf8');
const inline = (tag: string): string => new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(page)?.[1] ?? '';
const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Runs the page's own script with a given query. */
function linkFor(search: string): { href?: string; hidden: boolean } {
  const link = { hidden: true };
  runInNewContext(inline('script'), { location: { search }, document: { getElementById: (id: string) => (id === 'open' ? link : null) } });
  return link;
}

describe('the bounce page', () => {
  it('passes the query on, letter by letter, to the one address of the program', () => {
    expect(linkFor('?state=a%2Fb&code=c+d')).toEqual({ href: `${APP_RETURN_URI}?state=a%2Fb&code=c+d`, hidden: false });
    expect(linkFor('')).toEqual({ hidden: true });
  });

  it('allows its own script and style and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1] ?? '';
    expect(policy).toBe(`default-src 'none'; script-src ${hash(inline('script'))}; style-src ${hash(inline('style'))}; base-uri 'none'; form-action 'none'`);
  });

  it('refers to nothing outside, opens nothing by itself and closes nothing', () => {
    const markup = page.replace(/<!--[^]*?-->/, '');
    expect(markup).not.toMatch(/https?:|\/\/(?!auth\/callback)|\bsrc=|<link|<img|@import|url\(/);
    expect(markup).not.toMatch(/\.close\(|location\.(href|replace|assign)|http-equiv="refresh"|\.click\(|window\.open|fetch|document\.cookie|localStorage/);
    expect(markup).toMatch(/name="robots" content="noindex/);
    expect(markup).toMatch(/name="referrer" content="no-referrer"/);
  });

  it('tells in three languages what to do without the script', () => {
    expect(page).toContain('Copy the whole address of this page and paste it in Liaison');
    expect(page).toContain('Copiez l’adresse complète de cette page');
    expect(page).toContain('Copia l’indirizzo completo di questa pagina');
  });
});
