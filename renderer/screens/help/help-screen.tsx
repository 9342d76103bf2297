import { ChevronRight, FileText, Search } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.tsx';
import { Landing } from '../../components/landing.tsx';
import { Page } from '../../components/page.tsx';
import { useProblems } from '../../components/problem-text.ts';
import { problemScreen } from '../../navigation.ts';
import { useSession } from '../../session.ts';
import { findProblems, type Found } from './find-problems.ts';

/** Every problem with its page, to be found by its spoken code or by words; needs no network. */
export function HelpScreen({ query: first }: { readonly query: string }): ReactElement {
  const { t, i18n } = useTranslation();
  const { goTo } = useSession();
  const [query, setQuery] = useState(first);
  const problems = useProblems();
  const found = problems ? findProblems(problems, query, i18n.language) : null;
  return (
    <Page back={{ label: t('common.backToSites'), act: () => goTo({ name: 'sites', siteId: null }) }}>
      <div className="stack-tight">
        <Landing>{t('help.title')}</Landing>
        <p className="lead">{t('help.lead')}</p>
      </div>
      <div className="actions">
        <Button onClick={() => goTo({ name: 'support', back: { name: 'help', query } })}>
          <FileText size={18} aria-hidden="true" />
          {t('support.open')}
        </Button>
      </div>
      <div className="search help-search">
        <Search size={18} aria-hidden="true" />
        <input type="search" className="input" aria-label={t('help.search')} placeholder={t('help.searchPlaceholder')} maxLength={200} spellCheck={false} value={query}
          onChange={(event) => setQuery(event.target.value)} />
      </div>
      <p className="small muted" role="status">{found === null ? null : found.length === 0 ? t('help.none', { query }) : t('help.found', { count: found.length })}</p>
      {found === null || found.length === 0 ? null : <FoundList found={found} query={query} />}
    </Page>
  );
}

function FoundList({ found, query }: { readonly found: readonly Found[]; readonly query: string }): ReactElement {
  const { goTo } = useSession();
  return (
    <ul className="help-list">
      {found.map(({ code, title }) => (
        <li key={code}>
          <button type="button" className="help-row" onClick={() => goTo(problemScreen({ code }, { name: 'help', query }, null))}>
            <span className="help-code">{code}</span>
            <span className="help-title">{title}</span>
            <ChevronRight size={18} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}
