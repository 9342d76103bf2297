import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerLetter, HandoverDocument, PaperKind } from '../../../electron/contract/papers.ts';
import { useCall, type Asked } from '../../client.ts';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { longDate } from '../../i18n/calendar.ts';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { HandoverPaper } from './handover-paper.tsx';
import { LetterPaper } from './letter-paper.tsx';
import { PaperActions, PhoneField } from './paper-actions.tsx';
import { usePaperFoot, type PaperDress } from './paper-dress.ts';
import { usePaperKit, type PaperKit } from './paper-kit.ts';

interface PaperScreenProps {
  readonly siteId: string;
  readonly paper: PaperKind;
  readonly back: Screen;
}

/** A paper for the customer as it will be printed, in the customer's language; everything around it stays on the screen. */
export function PaperScreen(props: PaperScreenProps): ReactElement {
  return props.paper === 'handover' ? <HandoverScreen {...props} /> : <LetterScreen {...props} />;
}

function HandoverScreen(props: PaperScreenProps): ReactElement {
  const asked = useCall('papers.handover', { siteId: props.siteId });
  return <PaperStage {...props} asked={asked} title={({ handover }) => handover.title} Draw={HandoverPaper} />;
}

function LetterScreen(props: PaperScreenProps): ReactElement {
  const asked = useCall('papers.letter', { siteId: props.siteId });
  return <PaperStage {...props} asked={asked} title={({ letter }) => letter.title} Draw={LetterPaper} />;
}

type AnyPaper = HandoverDocument | CustomerLetter;

interface StageProps<Paper extends AnyPaper> extends PaperScreenProps {
  readonly asked: Asked<Paper>;
  readonly title: (words: PaperKit['words']) => string;
  readonly Draw: (props: { readonly paper: Paper; readonly kit: PaperKit }) => ReactElement;
}

function dressOf(paper: AnyPaper, { words, language }: PaperKit, title: string): PaperDress {
  const parts = [longDate(paper.madeAt, language), paper.company.name, paper.site.name].filter((part) => part !== '');
  const named = `${title}: ${paper.site.name}`;
  return { language, title: paper.practice ? `${words.shared.practice} ${named}` : named, foot: parts.join(' · '), page: words.shared.page };
}

function PaperStage<Paper extends AnyPaper>({ siteId, paper: kind, back, asked, title, Draw }: StageProps<Paper>): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const kit = usePaperKit(asked.value?.language ?? null);
  const ready = asked.value && kit ? { paper: asked.value, kit, dress: dressOf(asked.value, kit, title(kit.words)) } : null;
  usePaperFoot(ready?.dress ?? null);
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      <div className="sheet-head">
        <Landing>{t(`papers.paperTitle.${kind}`)}</Landing>
        {ready ? <p className="muted">{t('papers.language', { language: t(`languages.${ready.dress.language}`) })}</p> : null}
        {ready ? (
          <div className="paper-tools">
            <PaperActions siteId={siteId} paper={kind} dress={ready.dress} />
            <PhoneField phone={ready.paper.company.phone} again={asked.again} />
          </div>
        ) : null}
        {asked.problem ? <ProblemNote problem={asked.problem} back={back} /> : null}
      </div>
      {ready ? <Draw paper={ready.paper} kit={ready.kit} /> : null}
    </Page>
  );
}
