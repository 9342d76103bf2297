import type { SettingsChange } from '../../contract/settings.ts';
import { success, type Result } from '../../contract/result.ts';
import type { StartView } from '../../contract/views.ts';
import type { Handlers } from '../calls.ts';
import type { PreferenceValues } from '../preferences.ts';
import type { Program } from '../program.ts';
import { startView } from './app.ts';

/** Keeps one member; nothing when it was left out. */
function keep<Name extends keyof SettingsChange & keyof PreferenceValues>(program: Program, name: Name, value: PreferenceValues[Name] | undefined): Result<null> {
  return value === undefined ? success(null) : program.preferences.set(name, value);
}

function change(program: Program, { language, companyName, personName, customerLanguage, siteMode, theme, notices, eraseAskYears }: SettingsChange): Result<StartView> {
  const kept = [
    keep(program, 'language', language), keep(program, 'companyName', companyName), keep(program, 'customerLanguage', customerLanguage),
    keep(program, 'siteMode', siteMode), keep(program, 'theme', theme), keep(program, 'personName', personName), keep(program, 'notices', notices), keep(program, 'eraseAskYears', eraseAskYears),
  ].find((each) => !each.ok);
  if (kept && !kept.ok) return kept;
  program.settingsChanged();
  program.changed('app');
  return success(startView(program));
}

/** Handlers of `settings.*`. */
export function settingsHandlers(program: Program): Pick<Handlers, 'settings.change'> {
  return { 'settings.change': (wanted) => change(program, wanted) };
}
