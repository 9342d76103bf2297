import i18next from 'i18next';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { App } from './app.tsx';
import { call } from './client.ts';
import { fetchBeginning, fetchScreens } from './current-screen.tsx';
import { endEarly, firstAnswers, firstTexts } from './early.ts';
import { firstScreen } from './first-screen.ts';
import { LastResort } from './last-resort.tsx';
import { sheetsAreHere } from './sheets.ts';
import { showSiteMode } from './site-mode.ts';

/** Asks main how things stand, makes the texts ready, and only then replaces the skeleton or the still picture. */
async function show(): Promise<void> {
  const [start, attempt] = await Promise.all([call('app.start', undefined), call('link.view', undefined)]);
  showSiteMode(start.ok && start.value.settings.siteMode);
  await Promise.all([firstTexts, sheetsAreHere()]);
  initReactI18next.init(i18next);
  const first = firstScreen(start, attempt.ok ? attempt.value : { step: 'idle' });
  // What does not come is told by the part that is missing.
  await fetchBeginning(first.name, start.ok ? start.value.mode : 'real').catch(() => undefined);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <LastResort>
        <App start={start} first={first} />
      </LastResort>
    </StrictMode>,
  );
  // Not while main is still busy with the list, and not before the list is painted.
  void firstAnswers.then(() => requestAnimationFrame(() => requestAnimationFrame(() => requestIdleCallback(afterStart))));
}

/** What the start does not show comes when the window has nothing else to do. */
function afterStart(): void {
  endEarly();
  void fetchScreens();
}

void show();
