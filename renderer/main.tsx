import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { call } from './client.ts';
import { prepareTexts } from './i18n/index.ts';
import { showSiteMode } from './site-mode.ts';

/** Asks main how things stand, makes the texts ready, and only then replaces the static skeleton. */
async function show(): Promise<void> {
  const [start, attempt] = await Promise.all([call('app.start', undefined), call('link.view', undefined)]);
  showSiteMode(start.ok && start.value.settings.siteMode);
  await prepareTexts(start.ok ? start.value.language : 'en');
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App start={start} attempt={attempt.ok ? attempt.value : { step: 'idle' }} />
    </StrictMode>,
  );
}

void show();
