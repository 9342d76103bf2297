import { Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { useSession } from '../../session.ts';

/** The exact address that Legrand must know, letter by letter. */
export function RedirectUriPanel({ profile }: { readonly profile: ProfileView }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const copy = useAction('profile.copyRedirectUri');
  return (
    <section className="panel">
      <div className="stack-tight">
        <h2>{t('credentials.redirectUri')}</h2>
        <p className="small muted">{t('credentials.redirectUriHint')}</p>
      </div>
      <p className="code-line">{profile.redirectUri}</p>
      <div className="actions">
        <Button size="small" disabled={copy.busy} onClick={() => copy.run(undefined, () => announce(t('credentials.redirectUriCopied')))}>
          <Copy size={18} aria-hidden="true" />
          {t('credentials.copyRedirectUri')}
        </Button>
      </div>
      {copy.problem ? <ProblemNote problem={copy.problem} /> : null}
    </section>
  );
}
