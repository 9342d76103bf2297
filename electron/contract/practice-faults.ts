import type { ProblemCode } from './problems.ts';

/** Faults of the practice authority: what a sign-in server and a homes service can do. */
export const authorityFaults = [
  'none',
  'authorize.invalid_request', 'authorize.unauthorized_client', 'authorize.access_denied', 'authorize.unsupported_response_type',
  'authorize.invalid_scope', 'authorize.server_error', 'authorize.temporarily_unavailable', 'authorize.forgotten_password',
  'authorize.reply_url_page', 'authorize.internal_error_page', 'authorize.wrong_state', 'authorize.no_return',
  'authorize.wrong_password', 'authorize.no_account', 'authorize.left_signed_in', 'authorize.addresses_changed',
  'token.invalid_request', 'token.invalid_client', 'token.unauthorized_client', 'token.invalid_grant', 'token.expired_secret',
  'token.unsupported_grant_type', 'token.server_error', 'token.temporarily_unavailable', 'token.too_many_requests',
  'token.no_answer', 'token.slow', 'token.half_answer', 'token.html', 'token.redirect',
  'token.no_refresh_token', 'token.no_access_token', 'token.expires_in_string', 'token.expires_in_absent',
  'homes.none', 'homes.password_expired', 'homes.terms_not_accepted', 'homes.forbidden', 'homes.too_many_requests',
  'homes.unauthorized', 'homes.server_error', 'homes.no_answer', 'homes.html', 'homes.one_home_fails', 'homes.home_gone',
] as const;
/** One fault of the practice authority. */
export type AuthorityFault = (typeof authorityFaults)[number];

/** Faults of the network, of this laptop and of the time that passes, played at the ports of practice and nowhere else. */
export const laptopFaults = [
  'network.offline', 'network.captive_portal', 'network.name_not_found', 'network.proxy_password', 'network.inspected',
  'network.blocked', 'network.weak', 'network.app_blocked', 'network.clock_wrong',
  'laptop.return_link_missing', 'laptop.return_link_taken', 'laptop.port_in_use', 'laptop.no_browser', 'laptop.open_twice',
  'laptop.key_store_locked', 'laptop.other_user', 'laptop.disk_full', 'laptop.damaged_data', 'laptop.synchronised_folder',
  'laptop.newer_data', 'laptop.battery_low', 'laptop.not_set_up', 'laptop.link_copied', 'laptop.sleeps',
  'time.sign_in_forgotten', 'time.days_61_offline', 'time.days_83_offline', 'time.days_95',
] as const;
/** One fault beside the authority. */
export type LaptopFault = (typeof laptopFaults)[number];

/** Every fault that practice can play, one at a time. */
export const practiceFaults = [...authorityFaults, ...laptopFaults] as const;
/** One fault of practice. */
export type PracticeFault = AuthorityFault | LaptopFault;

/** The page each fault leads to; null: none, because the program must cope with it. */
export const practiceFaultCodes: Readonly<Record<PracticeFault, ProblemCode | null>> = {
  none: null,
  'authorize.invalid_request': 'L-01', 'authorize.unauthorized_client': 'L-02', 'authorize.access_denied': 'L-03',
  'authorize.unsupported_response_type': 'L-04', 'authorize.invalid_scope': 'L-05', 'authorize.server_error': 'L-06',
  'authorize.temporarily_unavailable': 'L-07', 'authorize.forgotten_password': 'L-22', 'authorize.reply_url_page': 'L-11',
  'authorize.internal_error_page': 'L-06', 'authorize.wrong_state': 'L-13', 'authorize.no_return': 'L-10',
  'authorize.wrong_password': 'L-21', 'authorize.no_account': 'L-23', 'authorize.left_signed_in': 'L-27', 'authorize.addresses_changed': 'L-59',
  'token.invalid_request': 'L-01', 'token.invalid_client': 'L-08', 'token.unauthorized_client': 'L-02', 'token.invalid_grant': 'L-20',
  'token.expired_secret': 'L-16', 'token.unsupported_grant_type': 'L-04', 'token.server_error': 'L-09', 'token.temporarily_unavailable': 'L-07',
  'token.too_many_requests': 'L-44', 'token.no_answer': 'L-10', 'token.slow': 'L-10', 'token.half_answer': 'L-10', 'token.html': 'L-45',
  'token.redirect': 'L-45', 'token.no_refresh_token': 'L-45', 'token.no_access_token': 'L-45', 'token.expires_in_string': null, 'token.expires_in_absent': null,
  'homes.none': 'L-26', 'homes.password_expired': 'L-49', 'homes.terms_not_accepted': 'L-49', 'homes.forbidden': 'L-46',
  'homes.too_many_requests': 'L-44', 'homes.unauthorized': 'L-46', 'homes.server_error': 'L-09', 'homes.no_answer': 'L-10', 'homes.html': 'L-45',
  'homes.one_home_fails': 'L-09', 'homes.home_gone': 'L-47',
  'network.offline': 'L-50', 'network.captive_portal': 'L-51', 'network.name_not_found': 'L-52', 'network.proxy_password': 'L-53',
  'network.inspected': 'L-54', 'network.blocked': 'L-55', 'network.weak': 'L-56', 'network.app_blocked': 'L-57', 'network.clock_wrong': 'L-58',
  'laptop.return_link_missing': 'L-30', 'laptop.return_link_taken': 'L-31', 'laptop.port_in_use': 'L-82', 'laptop.no_browser': 'L-85', 'laptop.open_twice': 'L-35',
  'laptop.key_store_locked': 'L-60', 'laptop.other_user': 'L-61', 'laptop.disk_full': 'L-62', 'laptop.damaged_data': 'L-63', 'laptop.synchronised_folder': 'L-64',
  'laptop.newer_data': 'L-66', 'laptop.battery_low': 'L-65', 'laptop.not_set_up': 'L-67', 'laptop.link_copied': 'L-68', 'laptop.sleeps': 'L-15',
  'time.sign_in_forgotten': 'L-12', 'time.days_61_offline': 'L-40', 'time.days_83_offline': 'L-40', 'time.days_95': 'L-41',
};
