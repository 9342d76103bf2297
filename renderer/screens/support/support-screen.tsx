import { Check, X } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** The support file: read first, then saved. */
export function SupportScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const preview = useCall('support.preview', undefined);
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      <div className="stack-tight">
        <Landing>{t('support.title')}</Landing>
        <p className="lead">{t('support.lead')}</p>
      </div>
      <Contents />
      {preview.problem ? <ProblemNote problem={preview.problem} /> : null}
      {preview.value ? <SavePanel text={preview.value.text} /> : null}
    </Page>
  );
}

function Contents(): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="support-lists">
      <section className="panel" aria-labelledby="support-in">
        <h2 id="support-in">{t('support.inTitle')}</h2>
        <ul className="stack-tight">
          {(['program', 'checks', 'counts', 'events'] as const).map((line) => (
            <li key={line} className="remaining"><Check size={20} aria-hidden="true" /><span>{t(`support.in.${line}`)}</span></li>
          ))}
        </ul>
      </section>
      <section className="panel" aria-labelledby="support-out">
        <h2 id="support-out">{t('support.outTitle')}</h2>
        <ul className="stack-tight">
          {(['customers', 'secrets', 'accounts', 'files'] as const).map((line) => (
            <li key={line} className="remaining"><X size={20} aria-hidden="true" /><span>{t(`support.out.${line}`)}</span></li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function SavePanel({ text }: { readonly text: string }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const save = useAction('support.save');
  const log = useAction('data.show');
  const problem = save.problem ?? log.problem;
  return (
    <div className="panel panel-lead">
      <h2 id="support-file">{t('support.fileTitle')}</h2>
      <textarea className="support-text" readOnly rows={16} spellCheck={false} aria-labelledby="support-file" value={text} />
      {problem ? <ProblemNote problem={problem} /> : null}
      <div className="actions">
        <Button variant="primary" enter disabled={save.busy} onClick={() => save.run(undefined, (saved) => void (saved && announce(t('support.saved'))))}>{t('support.save')}</Button>
        <Button variant="quiet" disabled={log.busy} onClick={() => log.run({ what: 'log' })}>{t('support.showLog')}</Button>
        <span className="small muted">{t('support.stays')}</span>
      </div>
    </div>
  );
}
