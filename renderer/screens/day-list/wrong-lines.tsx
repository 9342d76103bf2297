import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import type { WrongLine } from './read-lines.ts';

/** The lines that cannot be taken, each with its number and the reason. */
export function WrongLines({ wrong }: { readonly wrong: readonly WrongLine[] }): ReactElement | null {
  const { t } = useTranslation();
  if (wrong.length === 0) return null;
  return (
    <div className="stack-tight">
      <Notice tone="warn">{t('dayList.wrong', { count: wrong.length })}</Notice>
      <ul className="wrong-lines" aria-label={t('dayList.wrongLines')}>
        {wrong.map(({ line, height, reason, text }) => (
          <li key={line} className="dotted">
            <span>{height === 1 ? t('dayList.line', { line }) : t('dayList.linesFromTo', { from: line, to: line + height - 1 })}</span>
            <span>{t(`dayList.reasons.${reason}`)}</span>
            {text === '' ? null : <span className="muted">{text}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
