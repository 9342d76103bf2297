import { useCallback, useState, type DragEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../electron/contract/problems.ts';
import { call } from '../../client.ts';
import { Page } from '../../components/page.tsx';
import { useSession } from '../../session.ts';
import { ChooseFile } from './choose-file.tsx';
import { Preview } from './preview.tsx';
import { proposalsOf, type Proposal } from './proposals.ts';
import { readDayList } from './read-day-list.ts';
import { refused, type DayListResult, type Reading, type RefusedReason } from './read-lines.ts';

/** What is done with the file: chosen, read, looked at. */
export type DayListStep =
  | { readonly step: 'choosing'; readonly refused: RefusedReason | null; readonly problem: Problem | null }
  | { readonly step: 'reading' }
  | { readonly step: 'preview'; readonly file: string; readonly reading: Reading; readonly proposals: readonly Proposal[] };

const FIRST: DayListStep = { step: 'choosing', refused: null, problem: null };

async function readFile(file: File): Promise<DayListResult> {
  try {
    return await readDayList(new Uint8Array(await file.arrayBuffer()));
  } catch {
    // A file that vanished, or that the system does not let the window read.
    return refused('unreadable');
  }
}

async function look(file: File): Promise<DayListStep> {
  const result = await readFile(file);
  if (!result.ok) return { step: 'choosing', refused: result.reason, problem: null };
  const { reading } = result;
  const similar = await call('sites.similar', { lines: reading.lines.map(({ name, address }) => ({ name, address })) });
  if (!similar.ok) return { step: 'choosing', refused: null, problem: similar.problem };
  return { step: 'preview', file: file.name, reading, proposals: proposalsOf(reading.lines, similar.value) };
}

/** A day list from the office becomes sites: choose a file, look at what it says, take what is right. */
export function DayListScreen(): ReactElement {
  const { t } = useTranslation();
  const { goTo } = useSession();
  const [state, setState] = useState<DayListStep>(FIRST);
  const read = useCallback((file: File | undefined) => {
    if (!file) return;
    setState({ step: 'reading' });
    void look(file).then(setState);
  }, []);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (state.step === 'choosing') read(event.dataTransfer.files[0]);
  };
  return (
    <div className="page-frame" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
        {state.step === 'preview' ? <Preview state={state} onChange={(proposals) => setState({ ...state, proposals })} onLeave={() => setState(FIRST)} /> : <ChooseFile state={state} onFile={read} />}
      </Page>
    </div>
  );
}
