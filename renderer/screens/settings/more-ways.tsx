import { ArrowRightLeft, CircleHelp, Info, ListChecks, RefreshCw } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { useSession } from '../../session.ts';

/** What has a screen of its own. */
export function MoreWays(): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  return (
    <section className="panel" aria-labelledby="settings-more">
      <h2 id="settings-more">{t('settings.more')}</h2>
      <div className="settings-ways">
        <Button onClick={() => goTo({ name: 'renewals' })}>
          <RefreshCw size={18} aria-hidden="true" />
          {t('settings.background')}
        </Button>
        <Button onClick={() => goTo({ name: 'template', back: { name: 'settings' } })}>
          <ListChecks size={18} aria-hidden="true" />
          {t('template.open')}
        </Button>
        <Button onClick={() => goTo({ name: 'takeover', siteId: null, back: { name: 'settings' } })}>
          <ArrowRightLeft size={18} aria-hidden="true" />
          {t('takeover.open')}
        </Button>
        <Button onClick={() => goTo({ name: 'help', query: '' })}>
          <CircleHelp size={18} aria-hidden="true" />
          {t('help.open')}
        </Button>
        <Button onClick={() => goTo({ name: 'about', back: { name: 'settings' } })}>
          <Info size={18} aria-hidden="true" />
          {t('about.open')}
        </Button>
      </div>
      <p className="small muted">{t('settings.version', { version: start.version })}</p>
    </section>
  );
}
