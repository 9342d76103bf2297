import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SiteRow } from '../../../electron/contract/views.ts';
import { LinkStateChip } from '../../components/link-state.tsx';
import { relativeTime } from '../../i18n/format.ts';
import { useSession } from '../../session.ts';

interface SiteRowButtonProps {
  readonly row: SiteRow;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  readonly current: boolean;
}

/** One line of the list: name, state, place and the age of what is known. */
export function SiteRowButton({ row, now, current }: SiteRowButtonProps): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo } = useSession();
  const age = row.provenAt === null ? null : t('sites.provenAgo', { ago: relativeTime(row.provenAt, now, i18n.language) });
  const second = [row.address, age ?? (row.state === 'notLinked' ? null : t('sites.neverProven'))].filter(Boolean);
  return (
    <li>
      <button type="button" className="site-row" aria-current={current ? 'true' : undefined} onClick={() => goTo({ name: 'sites', siteId: row.id })}>
        <span className="site-row-name">{row.name}</span>
        <LinkStateChip state={row.state} endsAt={row.endsAt} now={now} />
        {second.length === 0 ? null : (
          <span className="site-row-second dotted">
            {second.map((part) => (
              <span key={part} className={part === row.address ? undefined : 'unbroken'}>
                {part}
              </span>
            ))}
          </span>
        )}
      </button>
    </li>
  );
}
