import type { TFunction } from 'i18next';
import type { ChecklistView, PhotoView } from '../../../electron/contract/visit.ts';
import type { HomeView, SiteView } from '../../../electron/contract/views.ts';
import { checkWords } from '../../components/check-words.ts';
import { calendarDate, longDate } from '../../i18n/calendar.ts';
import { dateTime, nameList } from '../../i18n/format.ts';

/** What is kept about one customer. */
export interface Kept {
  readonly company: string;
  readonly site: SiteView;
  readonly checks: ChecklistView['items'];
  readonly photos: readonly PhotoView[];
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** The words for it: `t` speaks `language`. */
interface Voice {
  readonly t: TFunction;
  readonly language: string;
}

const part = (title: string, lines: readonly string[]): string => {
  const told = lines.filter((line) => line !== '');
  return told.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n${told.join('\n')}`;
};

function homeLine({ t, language }: Voice, { name, shortId, deviceNames }: HomeView): string {
  const devices = deviceNames.length === 0 ? '' : `: ${nameList(deviceNames, language)}`;
  return `- ${name ?? t('homes.noName')} (${t('homes.idEnds', { id: shortId })})${devices}`;
}

function linkLines(voice: Voice, { link }: SiteView): readonly string[] {
  const { t, language } = voice;
  if (!link) return [t('states.notLinked')];
  return [
    t(`states.${link.state}`), `${t('site.account')}: ${link.account}`,
    t('keeping.textLinked', { at: dateTime(link.linkedAt, language), renewed: dateTime(link.renewedAt, language) }),
    ...(link.proof?.homes ?? []).map((home) => homeLine(voice, home)),
  ];
}

function consentLines({ t, language }: Voice, { consent }: SiteView): readonly string[] {
  if (!consent) return [];
  const { at, textVersion, customerName, companyName, homes } = consent;
  const names = homes?.map(({ name, shortId }) => name ?? t('homes.idEnds', { id: shortId })) ?? [];
  return [
    t('signIn.consent', { at: dateTime(at, language), version: textVersion, language: t(`languages.${consent.language}`) }),
    customerName === '' || companyName === '' ? '' : t('signIn.consentWho', { customer: customerName, company: companyName }),
    names.length === 0 ? '' : t('signIn.consentHomes', { homes: nameList(names, language) }),
  ];
}

const by = (who: string | undefined): string => (who === undefined || who === '' ? '' : `, ${who}`);

function checkLine({ t, language }: Voice, check: Kept['checks'][number]): string {
  const { verdict, at, who, remark } = check;
  const result = verdict === 'open' ? t('keeping.textOpen') : t(`visit.verdicts.${verdict}`);
  return `- ${checkWords(t, check).title}: ${result}${at === null ? '' : ` (${dateTime(at, language)}${by(who)})`}${remark === '' ? '' : ` ${remark}`}`;
}

/** Everything that is kept about a customer, in words, for the customer. What a computer reads is in the file beside it. */
export function customerText(t: TFunction, language: string, { company, site, checks, photos, now }: Kept): string {
  const voice: Voice = { t, language };
  const visit = site.visit === '' ? '' : `${calendarDate(site.visit.slice(0, 10), language)} ${site.visit.slice(11)}`.trim();
  const parts = [
    part(t('keeping.textTitle', { company }), [t('keeping.textMade', { date: longDate(now, language) }), t('keeping.textMore')]),
    part(site.name, [site.address, site.customerName]),
    part(t('book.tabs.link'), linkLines(voice, site)),
    part(t('keeping.textConsent'), consentLines(voice, site)),
    part(t('visit.appointment'), [visit]),
    part(t('book.contract'), [
      site.contractEndsOn === '' ? '' : `${t('book.contractEndsOn')}: ${calendarDate(site.contractEndsOn, language)}`,
      site.handedOverAt === null ? '' : t('papers.handedOverOn', { date: longDate(site.handedOverAt, language) }),
      site.endedAt === null ? '' : t('papers.endedBar', { date: longDate(site.endedAt, language) }),
    ]),
    part(t('book.notes'), [site.notes]),
    part(t('visit.checklist'), checks.map((check) => checkLine(voice, check))),
    part(t('visit.photos'), photos.map(({ id, at, caption }) => `- photos/${id}.jpg (${dateTime(at, language)}) ${caption}`.trim())),
    part(t('site.history'), site.history.map(({ at, event, who }) => `- ${dateTime(at, language)}: ${t(`site.events.${event}`)}${by(who)}`)),
  ];
  return `${parts.filter((each) => each !== '').join('\n\n')}\n`.replaceAll('\n', '\r\n');
}
