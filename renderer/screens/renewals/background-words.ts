import type { RenewalsView } from '../../../electron/contract/views.ts';

/** What is said once renewing in the background was switched. */
export const backgroundWords = {
  unsupported: 'renewals.backgroundUnsupported', off: 'renewals.backgroundOff', on: 'renewals.backgroundOn', waitingForApproval: 'renewals.backgroundWaiting',
} as const satisfies Readonly<Record<RenewalsView['background'], string>>;
