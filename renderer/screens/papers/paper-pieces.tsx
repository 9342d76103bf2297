import type { ReactElement, ReactNode } from 'react';
import type { CustomerLetter, HandoverDocument } from '../../../electron/contract/papers.ts';
import { longDate } from '../../i18n/calendar.ts';
import type { PaperKit } from './paper-kit.ts';

interface SheetProps {
  readonly paper: HandoverDocument | CustomerLetter;
  readonly kit: PaperKit;
  readonly title: string;
  readonly children: ReactNode;
}

/** A sheet with the company at its head, the date and a title. */
export function Sheet({ paper: { company, madeAt, practice }, kit: { words: { shared }, language }, title, children }: SheetProps): ReactElement {
  return (
    <article className="document" lang={language}>
      {practice ? <p className="paper-practice">{shared.practice}</p> : null}
      <header className="document-head">
        <div>
          <p className="document-company">{company.name}</p>
          {company.phone === '' ? null : <p>{shared.telephone} {company.phone}</p>}
        </div>
        <p className="document-date">{longDate(madeAt, language)}</p>
      </header>
      <h1 className="document-title">{title}</h1>
      {children}
    </article>
  );
}

/** A part of a paper with its heading. */
export function Part({ title, boxed = false, children }: { readonly title: string; readonly boxed?: boolean; readonly children: ReactNode }): ReactElement {
  return (
    <section className={boxed ? 'document-part document-box' : 'document-part'}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Names and values; a value that is '' is left out. */
export function Facts({ facts }: { readonly facts: readonly (readonly [string, ReactNode])[] }): ReactElement {
  return (
    <dl className="document-facts">
      {facts.filter(([, value]) => value !== '').map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface SignHereProps {
  readonly role?: string;
  readonly name: string;
  /** What is written on each line. */
  readonly lines: readonly string[];
}

/** A place to sign for somebody. */
export function SignHere({ role, name, lines }: SignHereProps): ReactElement {
  return (
    <div className="document-sign">
      {role === undefined ? null : <p>{role}</p>}
      <p className="document-signer">{name}</p>
      {lines.map((line) => (
        <p key={line} className="document-line">{line}</p>
      ))}
    </div>
  );
}
