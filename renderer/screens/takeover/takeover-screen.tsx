import { FileDown, FileUp } from 'lucide-react';
import { useEffect, useEffectEvent, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { failure } from '../../../electron/contract/result.ts';
import type { TakeoverPreview } from '../../../electron/contract/takeover.ts';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { dateTime, nameList } from '../../i18n/format.ts';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { receive } from './receive.ts';

interface TakeoverScreenProps {
  /** The site to give; null: all of them. */
  readonly siteId: string | null;
  readonly back: Screen;
  /** A file that was dropped onto the window: it is looked through at once. */
  readonly dropped: File | null;
}

/** Sites that go to a colleague's laptop, and come from one: everything but the link. */
export function TakeoverScreen({ siteId, back, dropped }: TakeoverScreenProps): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      <div className="stack-tight">
        <Landing>{t('takeover.title')}</Landing>
        <p className="lead">{t('takeover.lead')}</p>
      </div>
      <div className="support-lists">
        <Give siteId={siteId} />
        {siteId === null ? <Take dropped={dropped} /> : null}
      </div>
    </Page>
  );
}

function Give({ siteId }: { readonly siteId: string | null }): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const give = useAction('takeover.give');
  const [given, setGiven] = useState(0);
  const done = (count: number): void => {
    setGiven(count);
    if (count > 0) announce(t('takeover.given', { count }));
  };
  return (
    <section className="panel" aria-labelledby="takeover-give">
      <h2 id="takeover-give">{siteId === null ? t('takeover.giveAllTitle') : <GiveTitle siteId={siteId} />}</h2>
      <p>{t('takeover.giveLead')}</p>
      <p className="small muted">{t('takeover.giveLink')}</p>
      {give.problem ? <ProblemNote problem={give.problem} /> : null}
      <div className="actions">
        <Button variant={siteId === null ? 'secondary' : 'primary'} enter={siteId !== null} disabled={give.busy} onClick={() => give.run({ siteId }, done)}>
          <FileDown size={18} aria-hidden="true" />
          {give.busy ? t('takeover.working') : t('takeover.give')}
        </Button>
        {given > 0 ? <span className="small muted">{t('takeover.given', { count: given })}</span> : null}
      </div>
    </section>
  );
}

function GiveTitle({ siteId }: { readonly siteId: string }): ReactElement {
  const { t } = useTranslation();
  const site = useCall('sites.get', { siteId }).value;
  return <>{t('takeover.giveOneTitle', { site: site?.name ?? '' })}</>;
}

/** What a dropped file holds: `busy` while it is looked through. */
function useDropped(dropped: File | null, show: (found: TakeoverPreview | null) => void): { readonly busy: boolean; readonly problem: Problem | null; readonly clear: () => void } {
  const [state, setState] = useState<{ readonly file: File | null; readonly problem: Problem | null }>({ file: null, problem: null });
  const tell = useEffectEvent(show);
  useEffect(() => {
    if (!dropped) return undefined;
    let isWanted = true;
    void receive(dropped, () => isWanted).catch(() => failure({ code: 'L-88', reason: 'damaged' })).then((result) => {
      if (!isWanted) return;
      setState({ file: dropped, problem: result.ok ? null : result.problem });
      tell(result.ok ? result.value : null);
    });
    return () => {
      isWanted = false;
    };
  }, [dropped]);
  return { busy: dropped !== null && state.file !== dropped, problem: state.problem, clear: () => setState({ file: dropped, problem: null }) };
}

function Take({ dropped }: Pick<TakeoverScreenProps, 'dropped'>): ReactElement {
  const { t } = useTranslation();
  const look = useAction('takeover.look');
  const [found, setFound] = useState<TakeoverPreview | null>(null);
  const received = useDropped(dropped, setFound);
  const problem = look.problem ?? received.problem;
  const busy = look.busy || received.busy;
  const choose = (): void => {
    received.clear();
    look.run(undefined, setFound, () => setFound(null));
  };
  return (
    <section className="panel" aria-labelledby="takeover-take">
      <h2 id="takeover-take">{t('takeover.takeTitle')}</h2>
      <p>{t('takeover.takeLead')}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      {found ? <Found found={found} onDone={() => setFound(null)} /> : null}
      <div className="actions">
        <Button disabled={busy} onClick={choose}>
          <FileUp size={18} aria-hidden="true" />
          {busy ? t('takeover.working') : t('takeover.look')}
        </Button>
      </div>
    </section>
  );
}

/** What is in the file, and the button that takes it in. */
function Found({ found, onDone }: { readonly found: TakeoverPreview; readonly onDone: () => void }): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo, announce } = useSession();
  const take = useAction('takeover.take');
  const fresh = found.sites - found.known;
  const finish = (count: number): void => {
    onDone();
    goTo({ name: 'sites', siteId: null });
    announce(t('takeover.taken', { count }));
  };
  return (
    <div className="stack-tight">
      <dl className="facts">
        <dt>{t('takeover.madeAt')}</dt>
        <dd>{dateTime(found.madeAt, i18n.language)}</dd>
        {found.companyName === '' ? null : (
          <>
            <dt>{t('takeover.company')}</dt>
            <dd>{found.companyName}</dd>
          </>
        )}
        <dt>{t('takeover.sites')}</dt>
        <dd>{t('takeover.count', { count: found.sites })}{found.known > 0 ? ` ${t('takeover.known', { count: found.known })}` : ''}</dd>
        <dt>{t('takeover.photos')}</dt>
        <dd>{found.photos}</dd>
      </dl>
      <p className="small muted">{nameList(found.names, i18n.language)}</p>
      {take.problem ? <ProblemNote problem={take.problem} /> : null}
      <div className="actions">
        {fresh === 0 ? <strong>{t('takeover.nothingNew')}</strong> : (
          <Button variant="primary" enter disabled={take.busy} onClick={() => take.run(undefined, finish)}>
            {take.busy ? t('takeover.working') : t('takeover.take', { count: fresh })}
          </Button>
        )}
      </div>
    </div>
  );
}
