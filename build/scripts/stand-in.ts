import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './project.ts';

/** What tests/runtime/launch.ts offers to whoever starts the app. */
export interface LaunchModule {
  /** Environment for the app; with ELECTRON_OVERRIDE_DIST_PATH where the stand-in is used. */
  readonly launchEnvironment: () => Readonly<Record<string, string | undefined>>;
  /** Which runtime will be used, in words. */
  readonly runtimeName: () => string;
  /** Arguments the runtime needs before those of the app. */
  readonly launchArguments: () => readonly string[];
}

/** Loads the launcher of tests/runtime; loaded late, because it looks at what is installed. */
export async function loadLauncher(): Promise<LaunchModule> {
  return (await import(pathToFileURL(inProject('tests', 'runtime', 'launch.ts')).href)) as LaunchModule;
}

/** The stand-in's executable in that environment. */
export function standInExecutable(environment: Readonly<Record<string, string | undefined>>): string {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'] ?? inProject('tests', 'runtime', 'dist');
  return path.join(folder, 'electron');
}
