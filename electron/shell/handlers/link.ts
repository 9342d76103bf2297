import { failure, success, type Result } from '../../contract/result.ts';
import type { AttemptView, SiteView } from '../../contract/views.ts';
import type { SignIn } from '../../links/sign-in-ports.ts';
import { unlink } from '../../links/unlink.ts';
import type { Handlers } from '../calls.ts';
import { checkBeforeLink } from '../link-check.ts';
import type { Program } from '../program.ts';
import { viewOfSite } from './sites.ts';

type LinkCalls =
  | 'link.check' | 'link.recordConsent' | 'link.start' | 'link.signedOut' | 'link.view' | 'link.openAgain' | 'link.copyLink' | 'link.paste'
  | 'link.reportErrorPage' | 'link.stop' | 'link.confirm' | 'link.reject' | 'link.close' | 'link.signOut' | 'link.checkNow' | 'link.renew' | 'link.unlink';

function recordConsent(program: Program, argument: Parameters<Handlers['link.recordConsent']>[0]): Result<null> {
  const { sites, storageProblem } = program.workplace();
  if (!sites) return failure(storageProblem ?? { code: 'L-63' });
  const { siteId, ...consent } = argument;
  const at = program.clock.now();
  const customerName = sites.find(siteId)?.customerName ?? '';
  const companyName = program.preferences.get('companyName') ?? '';
  const recorded = sites.recordConsent(siteId, { at, ...consent, customerName, companyName, clock: program.clockWitness.standing() });
  const noted = recorded.ok ? sites.addHistory(siteId, { at, event: consent.agreed ? 'consentGiven' : 'consentRefused', who: program.preferences.get('personName') }) : recorded;
  program.changed('sites');
  return noted;
}

async function withLink(program: Program, siteId: string, action: 'checkNow' | 'renew'): Promise<Result<SiteView>> {
  const { links, desk, storageProblem } = program.workplace();
  if (!links || !desk) return failure(storageProblem ?? { code: 'L-60' });
  const link = links.findBySite(siteId);
  if (!link) return failure({ code: 'L-81', field: 'siteId' });
  const done = action === 'renew' ? await desk.renewals.renew(link.id) : await desk.proofs.checkNow(siteId);
  program.changed('sites');
  return done.ok ? viewOfSite(program, siteId) : done;
}

function endLink(program: Program, siteId: string): Result<SiteView> {
  const { desk, storageProblem } = program.workplace();
  if (!desk) return failure(storageProblem ?? { code: 'L-60' });
  const ended = unlink(desk.surroundings, siteId);
  return ended.ok ? viewOfSite(program, siteId) : ended;
}

type Answered = Result<AttemptView> | Promise<Result<AttemptView>>;

/** Handlers of `link.*`. */
export function linkHandlers(program: Program): Pick<Handlers, LinkCalls> {
  const atDesk = (action: (desk: SignIn) => Answered): Answered => {
    const { desk, storageProblem } = program.workplace();
    return desk ? action(desk.signIn) : failure(storageProblem ?? { code: 'L-60' });
  };
  return {
    'link.check': async ({ siteId }) => checkBeforeLink(program, siteId),
    'link.recordConsent': (argument) => recordConsent(program, argument),
    'link.start': ({ siteId, signOutFirst = false }) => atDesk(async (desk) => desk.start(siteId, { signOutFirst })),
    'link.signedOut': () => atDesk(async (desk) => desk.signedOut()),
    'link.view': () => success(program.workplace().desk?.signIn.view() ?? { step: 'idle' }),
    'link.openAgain': () => atDesk(async (desk) => desk.openAgain()),
    'link.copyLink': async () => program.workplace().desk?.signIn.copyLink() ?? failure({ code: 'L-60' }),
    'link.paste': ({ address }) => atDesk((desk) => desk.paste(address)),
    'link.reportErrorPage': ({ page }) => atDesk((desk) => desk.reportErrorPage(page)),
    'link.stop': () => atDesk((desk) => desk.stop()),
    'link.confirm': (argument) => atDesk((desk) => desk.confirm(argument?.readAloud ?? false)),
    'link.reject': () => atDesk((desk) => desk.reject()),
    'link.close': () => atDesk((desk) => desk.close()),
    'link.signOut': async () => program.workplace().desk?.signIn.signOut() ?? failure({ code: 'L-60' }),
    'link.checkNow': async ({ siteId }) => withLink(program, siteId, 'checkNow'),
    'link.renew': async ({ siteId }) => withLink(program, siteId, 'renew'),
    'link.unlink': ({ siteId }) => endLink(program, siteId),
  };
}
