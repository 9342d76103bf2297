import type { ReactElement } from 'react';
import type { CustomerLetter } from '../../../electron/contract/papers.ts';
import { longDate } from '../../i18n/calendar.ts';
import { fill } from '../../i18n/papers/load.ts';
import type { PaperKit } from './paper-kit.ts';
import { Part, Sheet, SignHere } from './paper-pieces.tsx';

interface LetterProps {
  readonly paper: CustomerLetter;
  readonly kit: PaperKit;
}

/** The letter for the end of a contract: one page. */
export function LetterPaper({ paper, kit }: LetterProps): ReactElement {
  const { letter: words, shared } = kit.words;
  const { site, company } = paper;
  const to = [site.customer, site.address].filter((line) => line !== '');
  return (
    <Sheet paper={paper} kit={kit} title={words.title}>
      {to.length === 0 ? null : (
        <address className="document-to">
          {to.map((line) => (
            <span key={line}>{line}</span>
          ))}
        </address>
      )}
      <Opening paper={paper} kit={kit} />
      <Meaning paper={paper} kit={kit} />
      <Part title={words.sure}>
        <ol>
          {words.steps.map((step) => (
            <li key={step}>{fill(step, { company: company.name })}</li>
          ))}
        </ol>
        <p className="document-small">{words.stepsNote}</p>
      </Part>
      <Part title={words.questions}>
        {company.phone === '' ? <p className="document-blank">{fill(words.call, { company: company.name })}</p> : <p>{fill(words.callNumber, { company: company.name, phone: company.phone })}</p>}
      </Part>
      <section className="document-part document-last">
        <p>{words.regards}</p>
        <div className="document-signs">
          <SignHere name={company.name} lines={[shared.placeAndDate, shared.signature]} />
        </div>
      </section>
    </Sheet>
  );
}

function Opening({ paper: { company, contractEndedAt, linkEndedAt }, kit: { words: { letter: words }, language } }: LetterProps): ReactElement {
  return (
    <div className="document-part">
      <p>{words.greeting}</p>
      {contractEndedAt === null ? null : <p>{fill(words.contractEnded, { company: company.name, date: longDate(contractEndedAt, language) })}</p>}
      <p className="document-standing">{linkEndedAt === null ? words.noLink : fill(words.linkEnded, { date: longDate(linkEndedAt, language) })}</p>
    </div>
  );
}

function Meaning({ paper: { listedUntil }, kit: { words: { letter: words }, language } }: LetterProps): ReactElement {
  const listed = listedUntil === null ? words.listedUndated : fill(words.listed, { date: longDate(listedUntil, language) });
  return (
    <Part title={words.means}>
      <ul className="document-points">
        {[words.works, words.password, listed].map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </Part>
  );
}
