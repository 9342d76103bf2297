import { Fragment, type ReactElement } from 'react';

const NO_VALUES: Readonly<Record<string, string>> = {};

/**
 * Text of the catalogue in which `<strong>…</strong>` marks what matters. Nothing else is a mark, and nothing is ever parsed as HTML.
 * Values belong in `values`, so that a name with brackets in it stays a name.
 */
export function RichText({ text, values = NO_VALUES }: { readonly text: string; readonly values?: Readonly<Record<string, string>> }): ReactElement {
  const fill = (part: string): string => part.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
  const parts = text.split(/<\/?strong>/);
  return (
    <>
      {parts.map((part, index) => (index % 2 === 1 ? <strong key={index}>{fill(part)}</strong> : <Fragment key={index}>{fill(part)}</Fragment>))}
    </>
  );
}
