import { ArrowDown, ArrowUp, Pencil, Trash2, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateItem } from '../../../electron/contract/visit.ts';
import { Button } from '../../components/button.tsx';
import { checkWords } from '../../components/check-words.ts';
import { moved, without } from './template-changes.ts';

interface TemplateListProps {
  readonly items: readonly TemplateItem[];
  readonly busy: boolean;
  readonly keep: (items: readonly TemplateItem[]) => void;
  readonly edit: (item: TemplateItem) => void;
}

/** The checks in their order, each with what can be done with it. */
export function TemplateList({ items, busy, keep, edit }: TemplateListProps): ReactElement {
  const { t } = useTranslation();
  return (
    <ol className="template-list">
      {items.map((item, place) => {
        const { title, criterion } = checkWords(t, item);
        const last = items.length - 1;
        return (
          <li key={item.item} className="template-row">
            <span className="template-number" aria-hidden="true">{place + 1}</span>
            <div className="check-what">
              <strong>{title}</strong>
              {criterion === '' ? null : <span className="small muted">{criterion}</span>}
            </div>
            <div className="template-tools">
              <Tool Icon={ArrowUp} label={t('template.up', { check: title })} disabled={busy || place === 0} act={() => keep(moved(items, place, -1))} />
              <Tool Icon={ArrowDown} label={t('template.down', { check: title })} disabled={busy || place === last} act={() => keep(moved(items, place, 1))} />
              <Tool Icon={Pencil} label={t('template.edit', { check: title })} disabled={busy} act={() => edit(item)} />
              <Tool Icon={Trash2} label={t('template.remove', { check: title })} disabled={busy || last === 0} act={() => keep(without(items, place))} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

interface ToolProps {
  readonly Icon: LucideIcon;
  readonly label: string;
  readonly disabled: boolean;
  readonly act: () => void;
}

function Tool({ Icon, label, disabled, act }: ToolProps): ReactElement {
  return (
    <Button size="small" variant="quiet" aria-label={label} title={label} disabled={disabled} onClick={act}>
      <Icon size={18} aria-hidden="true" />
    </Button>
  );
}
