import { AppWindow, CircleCheck, LogOut } from 'lucide-react';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkView } from '../../../electron/contract/views.ts';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { HomeCard } from '../../components/home-card.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { handoverScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { backgroundWords } from '../renewals/background-words.ts';
import { Flow, StageHead } from './flow.tsx';
import type { StepProps } from './link-screen.tsx';

/** Link 5 Done: what was proven, and what to do before leaving. */
export function DoneStep({ site, again, leave, leaveFor, canSignOut, askBackground }: StepProps & { readonly canSignOut: boolean; readonly askBackground: boolean }): ReactElement {
  const { t } = useTranslation();
  const proven = (site.link?.proof ?? null) !== null;
  return (
    <Flow site={site} step="done" finished onStop={null}>
      <StageHead title={proven ? t('link.doneTitle') : t('link.doneTitleKeyless')} lead={t('link.doneLead', { site: site.name })} />
      <div className="stage-body done-columns">
        <Proof link={site.link} />
        <div className="stack-wide">
          <BeforeLeaving canSignOut={canSignOut} />
          {askBackground ? <BackgroundQuestion again={again} /> : null}
        </div>
      </div>
      <div className="actions stage-actions">
        <Button variant="primary" enter onClick={() => leaveFor(handoverScreen(site.id, { name: 'sites', siteId: site.id, tab: 'papers' }))}>{t('papers.make')}</Button>
        <Button onClick={leave}>{t('common.backToSite', { site: site.name })}</Button>
      </div>
    </Flow>
  );
}

function Proof({ link }: { readonly link: LinkView | null }): ReactElement {
  const { t } = useTranslation();
  const homes = link?.proof?.homes ?? [];
  return (
    <section className="stack">
      <h2 className="with-icon tone-text-ok">
        <CircleCheck size={22} aria-hidden="true" />
        {t('link.doneProof')}
      </h2>
      {homes.length === 0 ? <p className="muted">{t('link.doneProofNone')}</p> : null}
      <ul className="homes homes-single">
        {homes.map((home) => (
          <HomeCard key={home.shortId} home={home} />
        ))}
      </ul>
    </section>
  );
}

function BeforeLeaving({ canSignOut }: { readonly canSignOut: boolean }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const out = useAction('link.signOut');
  return (
    <section className="stack">
      <h2>{t('link.doneRemains')}</h2>
      <ul className="panel remains">
        <Remaining icon={<LogOut size={22} aria-hidden="true" />}>
          {canSignOut ? (
            <Button size="small" disabled={out.busy} onClick={() => out.run(undefined, () => announce(t('link.doneSignOutDone')))}>{t('link.doneSignOut')}</Button>
          ) : null}
          <span className="small muted">{canSignOut ? t('link.doneSignOutHint') : t('link.doneNoSignOut')}</span>
          {out.problem ? <ProblemNote problem={out.problem} /> : null}
        </Remaining>
        <Remaining icon={<AppWindow size={22} aria-hidden="true" />}>
          <strong>{t('link.doneCloseWindow')}</strong>
          <span className="small muted">{t('link.doneCloseHint')}</span>
        </Remaining>
      </ul>
    </section>
  );
}

/** Asked once, after the first link. The question goes when it is answered. */
function BackgroundQuestion({ again }: Pick<StepProps, 'again'>): ReactElement | null {
  const { t } = useTranslation();
  const { announce } = useSession();
  const [answered, setAnswered] = useState(false);
  const set = useAction('renewals.setBackground');
  const answer = (on: boolean): void =>
    set.run({ on }, (view) => {
      setAnswered(true);
      again();
      announce(on ? t(backgroundWords[view.background]) : t('renewals.askedNo'));
    });
  if (answered) return null;
  return (
    <section className="panel">
      <h2>{t('renewals.ask')}</h2>
      <p className="small muted">{t('renewals.askLead')}</p>
      <div className="actions">
        <Button size="small" disabled={set.busy} onClick={() => answer(true)}>{t('renewals.askYes')}</Button>
        <Button size="small" variant="quiet" disabled={set.busy} onClick={() => answer(false)}>{t('renewals.askNo')}</Button>
      </div>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}

function Remaining({ icon, children }: { readonly icon: ReactElement; readonly children: ReactNode }): ReactElement {
  return (
    <li className="remaining">
      {icon}
      <div className="stack-tight">{children}</div>
    </li>
  );
}
