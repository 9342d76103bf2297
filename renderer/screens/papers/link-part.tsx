import type { ReactElement, ReactNode } from 'react';
import type { HandoverDocument, HomeOnPaper, LinkOnPaper, Reading } from '../../../electron/contract/papers.ts';
import { longDate, longDateTime } from '../../i18n/calendar.ts';
import { counted, fill } from '../../i18n/papers/load.ts';
import type { PaperKit } from './paper-kit.ts';
import { Facts, Part } from './paper-pieces.tsx';

/** Names of devices that are written out for one home. */
const SHOWN_DEVICES = 12;

interface LinkPartProps {
  readonly paper: HandoverDocument;
  readonly kit: PaperKit;
}

/** What was linked and what was proven; nothing is called linked that no real read proved. */
export function LinkPart({ paper: { link, company }, kit }: LinkPartProps): ReactElement {
  const { handover: words } = kit.words;
  const values = { company: company.name };
  const reading = 'reading' in link ? link.reading : null;
  return (
    <Part title={words.link}>
      <p className="document-standing">{fill(words.standing[link.standing], values)}</p>
      <LinkFacts link={link} kit={kit} />
      {reading && link.standing !== 'proven' ? <p>{fill(words.lastRead, { at: longDateTime(reading.at, kit.language) })}</p> : null}
      {reading ? <Homes reading={reading} kit={kit} /> : null}
      {link.standing === 'none' ? null : (
        <ul className="document-points">
          {/* What the company can do is said of a link that works. */}
          {(link.standing === 'proven' ? words.rights : words.rights.slice(1)).map((right) => (
            <li key={right}>{fill(right, values)}</li>
          ))}
        </ul>
      )}
    </Part>
  );
}

function LinkFacts({ link, kit: { words: { handover: words }, language } }: { readonly link: LinkOnPaper; readonly kit: PaperKit }): ReactElement | null {
  if (link.standing === 'none') return null;
  const account: ReactNode = link.account === '' ? '' : <>{link.account} <span className="document-small">({words.accountNote})</span></>;
  const proven: readonly (readonly [string, ReactNode])[] = link.standing === 'proven' ? [[words.readOn, longDateTime(link.reading.at, language)]] : [];
  const since = link.standing === 'proven' ? words.since : words.signedIn;
  return <Facts facts={[[words.account, account], [since, longDate(link.since, language)], ...proven]} />;
}

function Homes({ reading: { homes }, kit }: { readonly reading: Reading; readonly kit: PaperKit }): ReactElement {
  const { handover: words, shared } = kit.words;
  if (homes.length === 0) return <p>{words.noHomes}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col" className="document-home">{words.home}</th>
          <th scope="col">{words.devices}</th>
        </tr>
      </thead>
      <tbody>
        {homes.map((home, index) => (
          <tr key={`${home.shortId} ${index}`}>
            <td>
              <strong>{home.name ?? shared.noName}</strong>
              <span className="document-small">{fill(shared.idEnds, { id: home.shortId })}</span>
            </td>
            <td><Devices home={home} kit={kit} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Devices({ home: { deviceCount, deviceNames }, kit: { words: { handover: words }, language } }: { readonly home: HomeOnPaper; readonly kit: PaperKit }): ReactElement {
  if (deviceCount === null) return <>{words.devicesUnread}</>;
  const shown = deviceNames.slice(0, SHOWN_DEVICES);
  const more = shown.length === 0 ? 0 : deviceCount - shown.length;
  const names = [...shown, ...(more > 0 ? [counted(words.moreDevices, more, language)] : [])];
  return (
    <>
      {counted(words.deviceCount, deviceCount, language)}
      {names.length === 0 ? null : <span className="document-small">{names.join(' · ')}</span>}
    </>
  );
}
