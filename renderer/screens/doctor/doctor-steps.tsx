import { CircleCheck, CircleDashed, OctagonX, type LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoctorReport, ProbeStep } from '../../../electron/contract/readiness.ts';
import { StatusChip, type Tone } from '../../components/status-chip.tsx';

/** Whether an outcome stands for something that did not work. */
export function isTrouble({ what, outcome }: Pick<ProbeStep, 'what' | 'outcome'>): boolean {
  // Servers lead their plain page where they like, or have none: that matters only together with the other steps.
  return what !== 'plain' && outcome !== 'good' && outcome !== 'none';
}

/** Host and port of a step, for example `login.example:443`. */
export function placeOf({ host, port }: Pick<ProbeStep, 'host' | 'port'>): string {
  return host === null ? '' : port === null ? host : `${host}:${String(port)}`;
}

function lookOf(step: ProbeStep): readonly [Tone, LucideIcon] {
  if (isTrouble(step)) return ['bad', OctagonX];
  return step.outcome === 'good' ? ['ok', CircleCheck] : ['unknown', CircleDashed];
}

/** The order of the way, not that of the answers. */
const ORDER: readonly ProbeStep['what'][] = ['interfaces', 'proxy', 'lookup', 'connect', 'certificate', 'plain', 'read'];

/** What was tried, where, what came of it and how long it took. */
export function DoctorSteps({ report }: { readonly report: DoctorReport }): ReactElement {
  const { t } = useTranslation();
  const steps = report.steps.toSorted((a, b) => ORDER.indexOf(a.what) - ORDER.indexOf(b.what) || a.at - b.at);
  return (
    <section className="panel" aria-labelledby="doctor-tried">
      <h2 id="doctor-tried">{t('doctor.tried')}</h2>
      {report.proxy === null ? null : <p className="small">{t('doctor.proxySeen', { proxy: report.proxy })}</p>}
      {report.issuer === null ? null : <p className="small">{t('doctor.issuerSeen', { issuer: report.issuer })}</p>}
      <ul>
        {steps.map((step, index) => (
          <Step key={index} step={step} />
        ))}
      </ul>
    </section>
  );
}

function lengthOf(milliseconds: number, language: string): string {
  const [value, unit] = milliseconds < 1000 ? [milliseconds, 'millisecond'] : [milliseconds / 1000, 'second'];
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
}

function Step({ step }: { readonly step: ProbeStep }): ReactElement {
  const { t, i18n } = useTranslation();
  const [tone, icon] = lookOf(step);
  return (
    <li className="ready-line">
      <div className="stack-none">
        <strong>{t(`doctor.what.${step.what}`)}</strong>
        <span className="small muted">{placeOf(step)}</span>
      </div>
      <div className="row ready-verdict">
        <span className="small muted doctor-time">{step.what === 'interfaces' ? null : lengthOf(step.milliseconds, i18n.language)}</span>
        <StatusChip tone={tone} icon={icon}>{t(`doctor.outcomes.${step.outcome}`)}</StatusChip>
      </div>
    </li>
  );
}
