import type { Problem } from '../contract/problems.ts';
import { success, type Result } from '../contract/result.ts';
import type { ProfileTest } from '../contract/views.ts';
import type { CompanyProfile } from '../oauth/company-profile.ts';
import type { Discovery } from '../oauth/discovery.ts';
import { secretEndsAt } from '../oauth/secret-age.ts';
import type { PracticeDesk } from './practice-desk.ts';
import type { StoredProfile } from './storage/profile-store.ts';
import type { OpenedWorkspace } from './storage/workspace.ts';

/** The company as a workplace knows it: from the store, or invented for practice. */
export interface Company {
  stored(): Result<StoredProfile | null>;
  profile(): CompanyProfile | null;
  /** Why stored credentials cannot be read (L-61, L-63); null when they can, or when there are none. */
  problem(): Problem | null;
  /** When the secret is a year old, in milliseconds since 1970-01-01 UTC; null: there is none, or it cannot be read. */
  secretEndsAt(): number | null;
  discovery(): Discovery | null;
  keepDiscovery(discovery: Discovery | null): void;
  keepTest(test: ProfileTest): Result<null>;
  forget(): void;
}

/** The company of a workplace; `practice` is set in practice only. */
export function createCompany(workspace: OpenedWorkspace, practice: PracticeDesk | null): Company {
  let discovery: Discovery | null = null;
  let practiceTest: ProfileTest | null = null;
  const stored = (): Result<StoredProfile | null> =>
    practice ? success({ profile: practice.profile, clientSecretSetAt: practice.openedAt, lastTest: practiceTest }) : (workspace.profiles?.load() ?? success(null));
  return {
    stored,
    profile: () => {
      const loaded = stored();
      return loaded.ok ? (loaded.value?.profile ?? null) : null;
    },
    problem: () => {
      const loaded = stored();
      return loaded.ok ? null : loaded.problem;
    },
    secretEndsAt: () => {
      const loaded = stored();
      return loaded.ok && loaded.value ? secretEndsAt(loaded.value.clientSecretSetAt) : null;
    },
    discovery: () => discovery,
    keepDiscovery: (found) => void (discovery = found),
    keepTest: (test) => {
      if (!practice) return workspace.profiles?.saveTest(test) ?? success(null);
      practiceTest = test;
      return success(null);
    },
    forget: () => void (discovery = null),
  };
}
