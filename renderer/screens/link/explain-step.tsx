import { ArrowLeft, CircleMinus, EyeOff, House, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useAction } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { RichText } from '../../components/rich-text.tsx';
import type { CustomerCardText } from '../../i18n/cards/types.ts';
import { CARD_TEXT_VERSION, customerCard } from '../../i18n/customer-card.ts';
import { customerWords } from '../../i18n/customer-words.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import type { StepProps } from './link-screen.tsx';

/** Link 2 Explain: the customer reads, in the customer's language, and decides. Everything else is hidden; no key decides by itself. */
export function ExplainStep({ site, again, leave, back }: StepProps & { readonly back: () => void }): ReactElement {
  const { start, goTo } = useSession();
  const record = useAction('link.recordConsent');
  const begin = useAction('link.start');
  const card = customerCard(site.customerLanguage);
  const failed = (problem: Parameters<typeof problemScreen>[0]): void => goTo(problemScreen(problem, { name: 'sites', siteId: site.id }));
  const answer = (agreed: boolean, then: () => void): void =>
    record.run({ siteId: site.id, agreed, textVersion: CARD_TEXT_VERSION, language: card.language }, then, failed);
  const agree = (): void => answer(true, () => begin.run({ siteId: site.id }, again, failed));
  return (
    <main className="customer" lang={card.language}>
      <CustomerBar card={card} site={site} isPractice={start.mode === 'practice'} back={back} />
      <CardText card={card} company={start.companyName ?? ''} />
      <footer className="customer-foot">
        <Button variant="primary" size="large" disabled={record.busy || begin.busy} onClick={agree}>{card.agree}</Button>
        <Button size="large" disabled={record.busy || begin.busy} onClick={() => answer(false, leave)}>{card.notNow}</Button>
      </footer>
    </main>
  );
}

interface CustomerBarProps extends Pick<StepProps, 'site'> {
  readonly card: CustomerCardText;
  readonly isPractice: boolean;
  readonly back: () => void;
}

/** The way back for the electrician, small and quiet, and in practice the word that nothing is real, in the customer's language too. */
function CustomerBar({ card, site, isPractice, back }: CustomerBarProps): ReactElement {
  return (
    <header className="customer-bar">
      <Button variant="quiet" size="small" lang={site.customerLanguage} onClick={back}>
        <ArrowLeft size={18} aria-hidden="true" />
        {customerWords(site.customerLanguage).back}
      </Button>
      {isPractice ? <p className="customer-practice">{card.practice}</p> : null}
    </header>
  );
}

function CardText({ card, company }: { readonly card: CustomerCardText; readonly company: string }): ReactElement {
  const points: readonly (readonly [LucideIcon, string])[] = [[House, card.access], [EyeOff, card.password], [CircleMinus, card.end]];
  return (
    <div className="customer-text">
      <Landing>
        <RichText text={card.title} values={{ company }} />
      </Landing>
      <ul className="customer-points">
        {points.map(([Icon, text]) => (
          <li key={text}>
            <Icon size={30} strokeWidth={1.8} aria-hidden="true" />
            <span>
              <RichText text={text} />
            </span>
          </li>
        ))}
      </ul>
      <p className="customer-refuse">{card.refuse}</p>
    </div>
  );
}
