// Starts the app: builds it when a source is newer, then runs it in Electron, or in the stand-in with a visible notice.
import { existsSync } from 'node:fs';
import { build, isBuildOld } from './build.ts';
import { chromiumSentence, ensureChromium } from './chromium.ts';
import { ensureElectron, type Runtime } from './electron.ts';
import { isRoot, projectFolder, run } from './project.ts';
import { loadLauncher, standInExecutable } from './stand-in.ts';

const hasDisplay = (): boolean => process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
const xvfb = '/usr/bin/xvfb-run';

/** What to run: a program, its arguments and its environment. */
interface Command {
  readonly program: string;
  readonly arguments_: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
}

function withDisplay(command: Command): Command {
  if (hasDisplay() || !existsSync(xvfb)) return command;
  console.log('There is no display here: the window opens on an invisible one (xvfb-run).');
  return { ...command, program: xvfb, arguments_: ['-a', command.program, ...command.arguments_] };
}

function electronCommand(executable: string, further: readonly string[]): Command | string {
  if (!hasDisplay() && !existsSync(xvfb)) return 'There is no display here: run "sudo apt-get install -y --no-install-recommends xvfb xauth" and start the command again.';
  const sandbox = process.platform === 'linux' && isRoot() ? ['--no-sandbox'] : [];
  return withDisplay({ program: executable, arguments_: [...sandbox, projectFolder, ...further], environment: {} });
}

async function standInCommand(sentence: string, further: readonly string[]): Promise<Command | string> {
  console.log(`\n  ${sentence}\n`);
  const chromium = await ensureChromium();
  if (chromium === undefined) return chromiumSentence();
  const launcher = await loadLauncher();
  const headed = hasDisplay() || existsSync(xvfb);
  if (!headed) console.log('There is no display here: the window is not visible.');
  const environment = { LIAISON_CHROMIUM: chromium, ...launcher.launchEnvironment(), ...(headed ? { STANDIN_HEADED: '1' } : {}) };
  return withDisplay({ program: standInExecutable(environment), arguments_: [...launcher.launchArguments(), projectFolder, ...further], environment });
}

const commandFor = async (runtime: Runtime, further: readonly string[]): Promise<Command | string> =>
  runtime.kind === 'electron' ? electronCommand(runtime.executable, further) : standInCommand(runtime.sentence, further);

async function start(further: readonly string[]): Promise<number> {
  if (isBuildOld()) {
    console.log('Building');
    const code = await build();
    if (code !== 0) return code;
  }
  const command = await commandFor(await ensureElectron(), further);
  if (typeof command === 'string') {
    console.error(command);
    return 1;
  }
  return run(command.program, command.arguments_, { environment: command.environment });
}

process.exitCode = await start(process.argv.slice(2));
