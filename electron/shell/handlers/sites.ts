import type { Argument } from '../../contract/calls.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { SiteList } from '../../contract/site-list.ts';
import type { SiteView } from '../../contract/views.ts';
import type { SiteStore } from '../../sites/site.ts';
import { listedSite } from '../../sites/site-list.ts';
import { siteView } from '../../sites/site-view.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

/** One site as the window sees it, or L-81 when there is none with this id. */
export function viewOfSite(program: Program, siteId: string): Result<SiteView> {
  const { sites, links } = program.workplace();
  const site = sites?.find(siteId) ?? null;
  if (!sites || !site) return failure({ code: 'L-81', field: 'siteId' });
  return success(siteView(site, links?.findBySite(siteId) ?? null, sites.history(siteId), sites.consent(siteId)));
}

/** Does `action` with the site book, or tells why it is not open. */
export function withSites<Value>(program: Program, action: (sites: SiteStore) => Result<Value>): Result<Value> {
  const { sites, storageProblem } = program.workplace();
  return sites ? action(sites) : failure(storageProblem ?? { code: 'L-63' });
}

async function listOf(program: Program, { query, filter = 'all', offset, limit, about }: Argument<'sites.list'>): Promise<Result<SiteList>> {
  const isOpen = await program.workplace().sites?.prepare(program.clock.now());
  // Another workplace was opened, or the program ends: whoever is still there is told to ask again.
  if (isOpen === false) return failure({ code: 'L-81', reason: 'closed' });
  return withSites(program, (store) => {
    const { sites, ...numbers } = store.page({ query, filter, offset, limit, about: about ?? null, now: program.clock.now() });
    return success({ rows: sites.map((placed) => listedSite(placed)), ...numbers });
  });
}

/** Handlers of `sites.*`. */
export function siteHandlers(program: Program): Pick<Handlers, 'sites.list' | 'sites.create' | 'sites.update' | 'sites.note' | 'sites.get'> {
  return {
    'sites.list': async (question) => listOf(program, question),
    'sites.create': (form) =>
      withSites(program, (store) => {
        const created = store.create(form, program.clock.now());
        if (!created.ok) return created;
        const { id, createdAt } = created.value;
        const noted = store.addHistory(id, { at: createdAt, event: 'created', who: program.preferences.get('personName') });
        if (!noted.ok) return noted;
        program.changed('sites');
        return viewOfSite(program, id);
      }),
    'sites.update': ({ siteId, ...form }) =>
      withSites(program, (store) => {
        const updated = store.update(siteId, form);
        if (!updated.ok) return updated;
        program.changed('sites');
        return viewOfSite(program, siteId);
      }),
    'sites.note': ({ siteId, ...facts }) =>
      withSites(program, (store) => {
        const noted = store.note(siteId, facts);
        if (!noted.ok) return noted;
        program.changed('sites');
        return viewOfSite(program, siteId);
      }),
    'sites.get': ({ siteId }) => viewOfSite(program, siteId),
  };
}
