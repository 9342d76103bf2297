import type * as Electron from 'electron';

type CommandLinePart = Pick<Electron.CommandLine, 'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'>;

/** `app.commandLine`: what the process was started with and what the app adds for Chromium. */
export class CommandLine implements CommandLinePart {
  private readonly added = new Map<string, string>();

  appendSwitch(name: string, value = ''): void {
    this.added.set(name, value);
  }
  appendArgument(value: string): void {
    throw new Error(`stand-in: commandLine.appendArgument(${value}) is not implemented`);
  }
  hasSwitch(name: string): boolean {
    return this.added.has(name) || process.argv.some((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  }
  getSwitchValue(name: string): string {
    const prefix = `--${name}=`;
    return this.added.get(name) ?? process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? '';
  }
  removeSwitch(name: string): void {
    this.added.delete(name);
  }
  /** For Chromium's command line. */
  forChromium(): readonly string[] {
    return [...this.added].map(([name, value]) => (value === '' ? `--${name}` : `--${name}=${value}`));
  }
}
