import { CalendarDays } from 'lucide-react';
import { useId, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusChip } from '../../components/status-chip.tsx';
import { visitText } from './visit-text.ts';
import { warningsOf, type Fate, type Proposal } from './proposals.ts';

interface ProposalRowProps {
  readonly proposal: Proposal;
  /** The line of the file that is like this one; null: there is none. */
  readonly twin: number | null;
  readonly onChange: (part: Partial<Proposal>) => void;
}

/** One line and what it becomes: ticked or not, and for a site that is in the book whether only its visit is set. */
export function ProposalRow({ proposal, twin, onChange }: ProposalRowProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { line, ticked } = proposal;
  const second = [line.address, line.customerName === line.name ? '' : line.customerName].filter(Boolean);
  return (
    <li className="proposal">
      <label className="proposal-line">
        <input type="checkbox" checked={ticked} onChange={(event) => onChange({ ticked: event.target.checked })} />
        <span className="proposal-words">
          <span className="site-row-name">{line.name}</span>
          {second.length === 0 ? null : <span className="dotted muted small">{second.map((part) => <span key={part}>{part}</span>)}</span>}
        </span>
        <span className="proposal-visit small">
          <CalendarDays size={15} aria-hidden="true" />
          {line.visit === '' ? t('dayList.noVisit') : visitText(line.visit, i18n.language)}
        </span>
        <span className="muted small">{t('dayList.line', { line: line.line })}</span>
      </label>
      {warningsOf(proposal).length === 0 ? null : (
        <div className="proposal-notes">
          <Warnings proposal={proposal} twin={twin} />
          <FateField proposal={proposal} onChange={onChange} />
        </div>
      )}
    </li>
  );
}

function Warnings({ proposal, twin }: Pick<ProposalRowProps, 'proposal' | 'twin'>): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      {warningsOf(proposal).map((warning) => (
        <StatusChip key={warning} tone="warn">{t(`dayList.warnings.${warning}`, { site: proposal.similar.site?.name ?? '', line: twin ?? 0 })}</StatusChip>
      ))}
    </>
  );
}

/** What a site that is in the book gets; a line without a visit can only become a site of its own. */
function FateField({ proposal: { similar, line, fate }, onChange }: Pick<ProposalRowProps, 'proposal' | 'onChange'>): ReactElement | null {
  const { t } = useTranslation();
  const id = useId();
  if (line.visit === '' || similar.site === null) return null;
  const choose = (value: string): void => onChange({ fate: value === 'new' ? 'new' : 'visit', ticked: true });
  const words: Readonly<Record<Fate, string>> = { visit: t('dayList.fates.visit', { site: similar.site.name }), new: t('dayList.fates.new') };
  return (
    <div className="proposal-fate">
      <label className="small muted" htmlFor={id}>{t('dayList.fate')}</label>
      <select id={id} className="input" value={fate} onChange={(event) => choose(event.target.value)}>
        {(['visit', 'new'] as const).map((each) => <option key={each} value={each}>{words[each]}</option>)}
      </select>
    </div>
  );
}
