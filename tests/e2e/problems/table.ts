import type { PracticeFault } from '../../../electron/contract/practice-faults.ts';
import type { ProblemCode } from '../../../electron/contract/problems.ts';

/** A fault that is switched on, and the page a person then comes to. */
export interface Played {
  readonly fault: PracticeFault;
  readonly code: ProblemCode;
}

const played = (table: Readonly<Partial<Record<PracticeFault, ProblemCode>>>): readonly Played[] =>
  (Object.entries(table) as [PracticeFault, ProblemCode][]).map(([fault, code]) => ({ fault, code }));

/** The sign-in ends on the page, with the customer's sign-in or before it. */
export const endsSignIn = played({
  'authorize.invalid_request': 'L-01', 'authorize.unauthorized_client': 'L-02', 'authorize.access_denied': 'L-03',
  'authorize.unsupported_response_type': 'L-04', 'authorize.invalid_scope': 'L-05', 'authorize.server_error': 'L-06',
  'authorize.temporarily_unavailable': 'L-07', 'authorize.forgotten_password': 'L-22',
  'token.invalid_request': 'L-01', 'token.invalid_client': 'L-08', 'token.server_error': 'L-09', 'token.no_answer': 'L-10', 'token.half_answer': 'L-10',
  'token.expired_secret': 'L-16', 'token.invalid_grant': 'L-20', 'token.too_many_requests': 'L-44', 'token.html': 'L-45', 'token.redirect': 'L-45',
  'token.no_refresh_token': 'L-45', 'token.no_access_token': 'L-45',
});

/** The sign-in ends by itself, without anybody signing in. */
export const endsAlone = played({ 'laptop.no_browser': 'L-85', 'laptop.sleeps': 'L-15', 'time.sign_in_forgotten': 'L-12' });

/** The browser shows a page that never comes back; the person says what it shows. */
export const reported = [
  { fault: 'authorize.reply_url_page', page: 'replyUrl', code: 'L-11' },
  { fault: 'authorize.internal_error_page', page: 'internalError', code: 'L-06' },
  { fault: 'authorize.no_return', page: 'blank', code: 'L-10' },
] as const satisfies readonly (Played & { readonly page: string })[];

/** A line of the check before the sign-in leads to the page. */
export const checked = played({
  'network.offline': 'L-50', 'network.captive_portal': 'L-51', 'network.name_not_found': 'L-52', 'network.proxy_password': 'L-53', 'network.inspected': 'L-54',
  'network.blocked': 'L-55', 'network.weak': 'L-56', 'network.app_blocked': 'L-57', 'network.clock_wrong': 'L-58', 'authorize.addresses_changed': 'L-59',
  'laptop.return_link_missing': 'L-30', 'laptop.return_link_taken': 'L-31', 'laptop.port_in_use': 'L-82', 'laptop.not_set_up': 'L-67',
});

/** A bar above the sites leads to the page. */
export const barred = played({
  'laptop.open_twice': 'L-35', 'laptop.key_store_locked': 'L-60', 'laptop.other_user': 'L-61', 'laptop.damaged_data': 'L-63',
  'laptop.synchronised_folder': 'L-64', 'laptop.newer_data': 'L-66',
});

/** What is asked of a linked site before its page leads to the problem's. */
export type Asked = 'renew' | 'checkNow' | 'nothing';

/** A site that is linked leads to the page. */
export const linked: readonly (Played & { readonly asked: Asked })[] = [
  { fault: 'time.days_61_offline', asked: 'nothing', code: 'L-40' },
  { fault: 'time.days_95', asked: 'renew', code: 'L-41' },
  { fault: 'token.invalid_grant', asked: 'renew', code: 'L-42' },
  { fault: 'token.server_error', asked: 'renew', code: 'L-43' },
  { fault: 'homes.forbidden', asked: 'checkNow', code: 'L-46' },
  { fault: 'homes.home_gone', asked: 'checkNow', code: 'L-47' },
  { fault: 'homes.password_expired', asked: 'checkNow', code: 'L-49' },
];

/** The customer signed in, and the step that asks whose home it is leads to the page. */
export const confirming = played({ 'homes.none': 'L-26', 'homes.terms_not_accepted': 'L-49', 'homes.too_many_requests': 'L-44', 'homes.server_error': 'L-09', 'homes.html': 'L-45' });

/** Codes with a test of their own in the files beside this one; L-71 and L-87 in visit.spec.ts. */
export const single = ['L-13', 'L-14', 'L-17', 'L-21', 'L-23', 'L-24', 'L-25', 'L-27', 'L-34', 'L-62', 'L-68', 'L-70', 'L-71', 'L-80', 'L-81', 'L-83', 'L-84', 'L-86', 'L-87', 'L-88'] as const satisfies readonly ProblemCode[];

/** Codes that nothing leads to yet, each with the reason. */
export const without: Readonly<Partial<Record<ProblemCode, string>>> = {
  'L-28': 'Legrand’s request names no permissions, so its answer cannot be compared with anything: the page is help to read.',
  'L-32': 'The browser asks before it opens the program; only the person can say that it was refused.',
  'L-33': 'A rule of the company or a browser that does not start: no test machine has them. tests/unit/shell/browsers leads to the code.',
  'L-48': 'The homes service of spec 2.5 does not tell whether a gateway is offline: the page is help to read.',
  'L-89': 'A program that is not installed has no updates. tests/integration/updates leads to the code.',
  'L-65': 'A test machine has no battery. tests/unit/readiness and tests/unit/shell/readiness lead to the code.',
};

/** Every code that a test leads to. */
export const caused: readonly ProblemCode[] = [
  ...[endsSignIn, endsAlone, reported, checked, confirming, barred, linked].flatMap((group) => group.map(({ code }) => code)), ...single,
];
