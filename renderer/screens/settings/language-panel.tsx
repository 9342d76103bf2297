import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { customerLanguages } from '../../../electron/contract/languages.ts';
import { useAction } from '../../client.ts';
import { SelectField } from '../../components/field.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import { offeredLanguages } from '../../../electron/contract/languages.ts';
import { offered } from '../../i18n/languages.ts';
import { useSession } from '../../session.ts';

/** The language of the program, and the one that new customers read. */
export function LanguagePanel(): ReactElement {
  const { t } = useTranslation();
  const { start, learn } = useSession();
  const set = useAction('settings.change');
  const choose = (chosen: string): void => set.run({ customerLanguage: customerLanguages.find((known) => known === chosen) ?? 'en' }, learn);
  return (
    <section className="panel" aria-labelledby="settings-languages">
      <h2 id="settings-languages">{t('settings.languages')}</h2>
      <SelectField label={t('settings.language')} value={offered(start.language)} onChange={(event) => set.run({ language: offered(event.target.value) }, learn)}>
        {offeredLanguages.map((known) => (
          <option key={known} value={known} lang={known}>{t(`languages.${known}`)}</option>
        ))}
      </SelectField>
      <SelectField label={t('settings.customerLanguage')} hint={t('settings.customerLanguageHint')} value={start.settings.customerLanguage} onChange={(event) => choose(event.target.value)}>
        {customerLanguages.map((known) => (
          <option key={known} value={known} lang={known}>{t(`languages.${known}`)}</option>
        ))}
      </SelectField>
      {set.problem ? <ProblemNote problem={set.problem} /> : null}
    </section>
  );
}
