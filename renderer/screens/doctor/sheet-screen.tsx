import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction, useCall } from '../../client.ts';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemNote } from '../../components/problem-note.tsx';
import type { Screen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { SheetPaper } from './sheet-paper.tsx';

/** The sheet for the client's IT as it will be printed; everything around it stays on the screen. */
export function SheetScreen({ back }: { readonly back: Screen }): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const report = useCall('doctor.view', undefined).value;
  return (
    <Page back={{ label: t('common.back'), act: () => goTo(back) }}>
      <div className="sheet-head">
        <Landing>{t('sheet.name')}</Landing>
        {report ? <SheetActions /> : null}
      </div>
      {report ? <SheetPaper report={report} /> : null}
    </Page>
  );
}

function SheetActions(): ReactElement {
  const { t } = useTranslation();
  const { announce } = useSession();
  const save = useAction('doctor.saveSheet');
  const print = useAction('doctor.printSheet');
  const problem = save.problem ?? print.problem;
  return (
    <>
      <div className="actions">
        <Button variant="primary" enter disabled={save.busy} onClick={() => save.run(undefined, (done) => void (done && announce(t('sheet.saved'))))}>{t('sheet.save')}</Button>
        <Button data-print="" disabled={print.busy} onClick={() => print.run(undefined, (done) => void (done && announce(t('sheet.printed'))))}>{t('sheet.print')}</Button>
      </div>
      {problem ? <ProblemNote problem={problem} /> : null}
    </>
  );
}
