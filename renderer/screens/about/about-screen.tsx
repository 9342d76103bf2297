import { Fragment, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { AboutView } from '../../../electron/contract/about.ts';
import { useCall } from '../../client.ts';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';

/** What the program is, and every licence in full; needs no network. */
export function AboutScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo, start } = useSession();
  const { value, problem } = useCall('about.view', undefined);
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      <div className="stack-tight">
        <Landing>{t('about.title')}</Landing>
        <p className="lead">{t('about.lead', { version: start.version })}</p>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
      {value ? <Versions about={value} /> : null}
      {value ? <Licences about={value} /> : null}
    </Page>
  );
}

function Versions({ about: { program, electron, chrome, node } }: { readonly about: AboutView }): ReactElement {
  const { t } = useTranslation();
  const lines = [['Liaison', program], ['Electron', electron], ['Chromium', chrome], ['Node.js', node]] as const;
  return (
    <section className="panel" aria-labelledby="about-versions">
      <h2 id="about-versions">{t('about.versions')}</h2>
      <dl className="facts">
        {lines.map(([name, version]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{version ?? t('about.unknown')}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

/** Licences are in English, whatever language the window has. */
function Licences({ about: { licence, packages } }: { readonly about: AboutView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="about-licences">
      <h2 id="about-licences">{t('about.licences')}</h2>
      <p>{t('about.free')}</p>
      <Licence name="Liaison" kind="MIT" text={licence} />
      <h3 className="licences-title">{t('about.others')}</h3>
      <p className="small muted">{t('about.count', { count: packages.length })}</p>
      <div className="licences">
        {packages.map(({ name, licence: kind, text }) => <Licence key={name} name={name} kind={kind} text={text} />)}
      </div>
      <p className="small muted">{t('about.beside')}</p>
    </section>
  );
}

function Licence({ name, kind, text }: { readonly name: string; readonly kind: string; readonly text: string }): ReactElement {
  return (
    <details className="licence">
      <summary>{name} <span className="muted">{kind}</span></summary>
      <pre lang="en">{text}</pre>
    </details>
  );
}
