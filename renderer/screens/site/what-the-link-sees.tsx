import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView, SiteView } from '../../../electron/contract/views.ts';
import { HomeCard } from '../../components/home-card.tsx';
import { dateTime, shortDate } from '../../i18n/format.ts';
import { Unlink } from './unlink.tsx';

interface WhatTheLinkSeesProps {
  readonly site: SiteView;
  readonly link: LinkView;
  /** Asks for the site again. */
  readonly again: () => void;
}

/** What the last real read proved, whose account it is, and the way to end the link. */
export function WhatTheLinkSees({ site, link, again }: WhatTheLinkSeesProps): ReactElement {
  const { t, i18n } = useTranslation();
  return (
    <section className="panel" aria-labelledby="site-sees">
      <h2 id="site-sees">{t('site.sees')}</h2>
      {link.proof && link.proof.homes.length > 0 ? (
        <ul className="homes">
          {link.proof.homes.map((home) => (
            <HomeCard key={home.shortId} home={home} />
          ))}
        </ul>
      ) : (
        <p className="muted">{link.state === 'linkedHomesUnreadable' && !link.problem ? t('site.seesKeyless') : t('site.seesNothing')}</p>
      )}
      <dl className="facts">
        <dt>{t('site.account')}</dt>
        <dd>{link.account}</dd>
        {link.proof ? (
          <>
            <dt>{t('site.proven')}</dt>
            <dd>{dateTime(link.proof.at, i18n.language)}</dd>
          </>
        ) : null}
        <dt>{t('site.linkedSince')}</dt>
        <dd>{shortDate(link.linkedAt, i18n.language)}</dd>
      </dl>
      {link.state === 'locked' ? null : <Unlink site={site} again={again} />}
    </section>
  );
}
