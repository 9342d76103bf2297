import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session.ts';
import { Button } from './button.tsx';
import { RichText } from './rich-text.tsx';

/** The amber stripes. */
export function PracticeStripes(): ReactElement {
  return <div className="stripes" aria-hidden="true" />;
}

/** Stripes and a quiet line on every screen of practice, so that it is never mistaken for reality. */
export function PracticeBanner({ quiet }: { readonly quiet: boolean }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  return (
    <header className="practice">
      <PracticeStripes />
      <div className="practice-line">
        <p>
          <RichText text={t('practice.banner')} />
        </p>
        <span className="spacer" />
        {quiet ? null : (
          <>
            <Button variant="quiet" size="small" onClick={() => goTo({ name: 'practice' })}>
              {t('practice.openPanel')}
            </Button>
            <Button variant="quiet" size="small" onClick={() => goTo({ name: 'credentials', form: false })}>
              {t('practice.setUp')}
            </Button>
          </>
        )}
      </div>
    </header>
  );
}
