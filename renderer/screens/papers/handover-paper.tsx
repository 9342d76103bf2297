import type { ReactElement } from 'react';
import type { CheckOnPaper, HandoverDocument } from '../../../electron/contract/papers.ts';
import { RichText } from '../../components/rich-text.tsx';
import { calendarDate, languageName, longDateTime } from '../../i18n/calendar.ts';
import { nameList, shortDate } from '../../i18n/format.ts';
import { counted, fill } from '../../i18n/papers/load.ts';
import { contactCard } from './contact-card.ts';
import { LinkPart } from './link-part.tsx';
import type { PaperKit } from './paper-kit.ts';
import { Facts, Part, Sheet, SignHere } from './paper-pieces.tsx';
import { QrCode } from './qr-code.tsx';

interface PieceProps {
  readonly paper: HandoverDocument;
  readonly kit: PaperKit;
}

/** The hand-over pack: what is there, how to stop it, and lines to sign. */
export function HandoverPaper({ paper, kit }: PieceProps): ReactElement {
  const { handover: words } = kit.words;
  const { site, checklist, photos } = paper;
  return (
    <Sheet paper={paper} kit={kit} title={words.title}>
      <p className="document-lead">{words.lead}</p>
      <Facts facts={[[words.customer, site.customer], [words.installation, site.name], [words.address, site.address]]} />
      <LinkPart paper={paper} kit={kit} />
      {paper.link.standing === 'none' ? null : <Stop paper={paper} kit={kit} />}
      <Consent paper={paper} kit={kit} />
      <Part title={words.contract}>
        <p>{paper.contractEndsOn === '' ? words.contractOpen : fill(words.contractEnds, { date: calendarDate(paper.contractEndsOn, kit.language) })}</p>
      </Part>
      {checklist.length + photos === 0 ? null : <Checks paper={paper} kit={kit} />}
      <Signatures paper={paper} kit={kit} />
    </Sheet>
  );
}

function Stop({ paper: { company }, kit: { words: { handover: words, shared }, drawCode } }: PieceProps): ReactElement {
  const values = { company: company.name, phone: company.phone };
  const steps = [company.phone === '' ? words.stopCall : words.stopCallNumber, words.stopApp, words.stopWait];
  const card = contactCard({ company: company.name, phone: company.phone, note: words.contactNote });
  return (
    <Part title={words.stop} boxed>
      <div className="document-stop">
        <div>
          <p>{words.stopLead}</p>
          <ol>
            {steps.map((step) => (
              <li key={step}><RichText text={step} values={values} /></li>
            ))}
          </ol>
          {company.phone === '' ? <p className="document-blank">{shared.telephone}</p> : null}
          <p className="document-small">{words.stopHonest}</p>
        </div>
        <figure>
          <QrCode rows={drawCode(card)} label={words.scanLabel} />
          <figcaption className="document-small">{words.scan}</figcaption>
        </figure>
      </div>
    </Part>
  );
}

function Consent({ paper: { consent }, kit: { words: { handover: words }, language } }: PieceProps): ReactElement {
  if (!consent) return <Part title={words.consent}><p>{words.noConsent}</p></Part>;
  const text = fill(words.textValue, { version: consent.textVersion, language: languageName(consent.language, language) });
  return (
    <Part title={words.consent}>
      <Facts facts={[
        [words.agreedOn, longDateTime(consent.at, language)], [words.timeFrom, words.clock[consent.clock]],
        [words.agreedBy, consent.customer], [words.agreedTo, consent.company], [words.textRead, text],
        [words.homesSeen, nameList(consent.homes ?? [], language)],
      ]} />
    </Part>
  );
}

/** A mark that is told from the others in black and white too; the word beside it says the same. */
const MARKS = { passed: '✓', failed: '✗', notApplicable: '–', open: '☐' } as const;

function Checks({ paper: { checklist, photos }, kit }: PieceProps): ReactElement {
  const { words: { handover: words }, language } = kit;
  return (
    <Part title={words.checklist}>
      {checklist.length === 0 ? null : (
        <table>
          <thead>
            <tr>
              <th scope="col">{words.checked}</th>
              <th scope="col" className="document-narrow">{words.result}</th>
              <th scope="col" className="document-day">{words.checkedOn}</th>
            </tr>
          </thead>
          <tbody>
            {checklist.map((check, index) => <CheckRow key={check.item} check={check} number={index + 1} kit={kit} />)}
          </tbody>
        </table>
      )}
      {photos === 0 ? null : <p>{counted(words.photos, photos, language)}</p>}
    </Part>
  );
}

interface CheckRowProps extends Pick<PieceProps, 'kit'> {
  readonly check: CheckOnPaper;
  readonly number: number;
}

/** A check in its own words, or in those of the program in the customer's language. */
function CheckRow({ check: { item, title, criterion, verdict, remark, at }, number, kit: { words: { handover: words }, language } }: CheckRowProps): ReactElement {
  const named = title === '' ? (words.items[item] ?? fill(words.someCheck, { number: String(number) })) : title;
  const passedWhen = title === '' ? (words.criteria[item] ?? '') : criterion;
  return (
    <tr>
      <td>
        {named}
        {passedWhen === '' ? null : <span className="document-small">{passedWhen}</span>}
        {remark === '' ? null : <span className="document-remark">{fill(words.remark, { remark })}</span>}
      </td>
      <td><span aria-hidden="true">{MARKS[verdict]}</span> {words.verdicts[verdict]}</td>
      <td>{at === null ? '' : shortDate(at, language)}</td>
    </tr>
  );
}

function Signatures({ paper: { company, site }, kit: { words: { handover: words, shared } } }: PieceProps): ReactElement {
  const lines = [shared.placeAndDate, shared.signature];
  return (
    <section className="document-part document-last">
      <h2>{words.signatures}</h2>
      <p>{words.signedMeans}</p>
      <div className="document-signs">
        <SignHere role={words.handedOverBy} name={company.name} lines={lines} />
        <SignHere role={words.receivedBy} name={site.customer} lines={lines} />
      </div>
    </section>
  );
}
