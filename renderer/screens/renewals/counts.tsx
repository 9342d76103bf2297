import { CalendarClock, CircleQuestionMark, Link2, TriangleAlert, UserRound, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RenewalsView } from '../../../electron/contract/views.ts';

/** How many links there are, and how many are in trouble. Every figure is always there, so that nothing jumps. */
export function Counts({ counts }: Pick<RenewalsView, 'counts'>): ReactElement {
  const { t } = useTranslation();
  return (
    <dl className="counts">
      <Count icon={Link2} label={t('renewals.countAll')} count={counts.links} tone="ink" />
      <Count icon={CalendarClock} label={t('renewals.countDue')} count={counts.due} tone="warn" />
      <Count icon={TriangleAlert} label={t('renewals.countUncertain')} count={counts.uncertain} tone="warn" />
      <Count icon={CircleQuestionMark} label={t('renewals.countSuspect')} count={counts.suspect} tone="warn" />
      <Count icon={UserRound} label={t('renewals.countEnded')} count={counts.relinkRequired} tone="bad" />
    </dl>
  );
}

interface CountProps {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count: number;
  readonly tone: 'ink' | 'warn' | 'bad';
}

function Count({ icon: Icon, label, count, tone }: CountProps): ReactElement {
  const { i18n } = useTranslation();
  return (
    <div className={`count ${count === 0 ? 'count-none' : `count-${tone}`}`}>
      <dt>{label}</dt>
      <dd>
        <Icon size={22} aria-hidden="true" />
        {new Intl.NumberFormat(i18n.language).format(count)}
      </dd>
    </div>
  );
}
