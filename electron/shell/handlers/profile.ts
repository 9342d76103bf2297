import type { ProfileForm } from '../../contract/calls.ts';
import { failure, success, type Result } from '../../contract/result.ts';
import type { ProfileView } from '../../contract/views.ts';
import { checkProfile, parseCompanyFile } from '../../oauth/company-file.ts';
import { classifyRedirectUri } from '../../oauth/redirect-uri.ts';
import { Secret } from '../../oauth/secret.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';
import { testProfile } from '../profile-test.ts';

const EMPTY: ProfileView = {
  source: 'none', authorizationServer: '', clientId: '', redirectUri: '', route: null, hasClientSecret: false, clientSecretSetAt: null,
  hasSubscriptionKey: false, homesServer: '', pkce: 'auto', prompt: 'auto', tokenRedirectUri: 'auto', lastTest: null,
};

function profileView(program: Program): Result<ProfileView> {
  const { profileSource, storedProfile } = program.workplace();
  const stored = storedProfile();
  if (!stored.ok) return stored;
  if (!stored.value) return success(EMPTY);
  const { profile, clientSecretSetAt, lastTest } = stored.value;
  const { clientId, authorizationServer, redirectUri, homesServer, pkce, prompt, tokenRedirectUri } = profile;
  const target = classifyRedirectUri(redirectUri);
  return success({
    source: profileSource, authorizationServer, clientId, redirectUri, homesServer, pkce, prompt, tokenRedirectUri, clientSecretSetAt, lastTest,
    route: target.ok ? target.value.route : null,
    hasClientSecret: true,
    hasSubscriptionKey: profile.subscriptionKey !== null,
  });
}

/** Stores credentials for real work, all or nothing; practice is left for it. */
async function keep(program: Program, form: ProfileForm): Promise<Result<ProfileView>> {
  const checked = checkProfile(form);
  if (!checked.ok) return checked;
  const changed = await program.setMode('real');
  if (!changed.ok) return changed;
  const { profiles, storageProblem } = program.workplace();
  if (!profiles) return failure(storageProblem ?? { code: 'L-60' });
  const saved = profiles.save(checked.value);
  if (!saved.ok) return saved;
  program.workplace().companyChanged();
  program.changed('profile');
  return profileView(program);
}

async function importText(program: Program, text: string): Promise<Result<ProfileView>> {
  const form = parseCompanyFile(text);
  return form.ok ? keep(program, form.value) : form;
}

async function importFile(program: Program): Promise<Result<ProfileView | null>> {
  const text = await program.chooseCompanyFile();
  if (!text.ok) return text;
  if (text.value === null) return success(null);
  return importText(program, text.value);
}

function replaceSecret(program: Program, clientSecret: string): Result<ProfileView> {
  const { profiles, profileSource } = program.workplace();
  if (!profiles || profileSource !== 'company') return failure({ code: 'L-67' });
  const replaced = profiles.replaceSecret(new Secret(clientSecret));
  if (!replaced.ok) return replaced;
  program.workplace().companyChanged();
  program.changed('profile');
  return profileView(program);
}

/** Handlers of `profile.*`. */
export function profileHandlers(
  program: Program,
): Pick<Handlers, 'profile.view' | 'profile.importFile' | 'profile.importText' | 'profile.save' | 'profile.replaceSecret' | 'profile.test' | 'profile.copyRedirectUri'> {
  return {
    'profile.view': () => profileView(program),
    'profile.importFile': async () => importFile(program),
    'profile.importText': async ({ text }) => importText(program, text),
    'profile.save': async (form) => keep(program, form),
    'profile.replaceSecret': ({ clientSecret }) => replaceSecret(program, clientSecret),
    'profile.test': async () => testProfile(program),
    'profile.copyRedirectUri': async () => {
      const profile = program.workplace().profile();
      return profile ? program.copyText(profile.redirectUri) : failure({ code: 'L-67' });
    },
  };
}
