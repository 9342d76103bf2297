import type { TFunction } from 'i18next';
import type { ReadinessView, ReadyLine } from '../../../electron/contract/readiness.ts';
import { dateTime, timeOfDay } from '../../i18n/format.ts';

/** "today at 8:12", or the day and the time. All times in milliseconds since 1970-01-01 UTC. */
export function whenOf(t: TFunction, language: string, at: number, now: number): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return isToday ? t('ready.today', { time: timeOfDay(at, language) }) : dateTime(at, language);
}

/** The date of the check and the network it was made on. */
export function stampOf(t: TFunction, language: string, { at, network }: Pick<ReadinessView, 'at' | 'network'>, now: number): string {
  const when = whenOf(t, language, at ?? 0, now);
  return network === null ? t('ready.stamp', { when }) : t('ready.stampNetwork', { when, network });
}

const GIGABYTE = 1_000_000_000;
const MEGABYTE = 1_000_000;

function freeSpace(bytes: number, language: string): string {
  const [value, unit] = bytes >= GIGABYTE ? [bytes / GIGABYTE, 'gigabyte'] : [bytes / MEGABYTE, 'megabyte'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: value < 10 ? 1 : 0 }).format(value);
}

function clocks(t: TFunction, language: string, { facts, verdict }: ReadyLine): string {
  const show = verdict === 'ok' ? timeOfDay : dateTime;
  return t('ready.found.clock', { laptop: show(facts.laptopAt ?? 0, language), server: show(facts.serverAt ?? 0, language), zone: facts.timeZone ?? '' });
}

function batteryWords(t: TFunction, language: string, { percent, charging }: ReadyLine['facts']): string {
  if (percent === undefined) return t('ready.found.mains');
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100);
  return charging ? t('ready.found.charging', { percent: share }) : t('ready.found.battery', { percent: share });
}

function waiting(t: TFunction, { id, facts, problem, verdict }: ReadyLine): string {
  if (verdict === 'notTested') return t('ready.waits.returnLink');
  if (facts.silent) return t('ready.found.silent');
  if (problem) return t('ready.waits.internet');
  return id === 'browser' || id === 'battery' ? t(`ready.waits.${id}`) : t('ready.waits.late');
}

/** What was found for a line, or why nothing was. */
export function foundOf(t: TFunction, language: string, line: ReadyLine, now: number): string {
  const { id, verdict, facts } = line;
  if (verdict === 'cannotCheck' || verdict === 'notTested') return waiting(t, line);
  if (id === 'clock') return clocks(t, language, line);
  if (id === 'battery') return batteryWords(t, language, facts);
  if (id === 'disk') return t('ready.found.disk', { free: freeSpace(facts.freeBytes ?? 0, language) });
  if (id === 'browser') return t('ready.found.browser', { browser: facts.browser ?? '' });
  if (id === 'returnLink') return t(facts.cold ? 'ready.found.returnLinkCold' : 'ready.found.returnLink', { when: whenOf(t, language, facts.provenAt ?? 0, now) });
  return t(`ready.found.${id}`);
}
