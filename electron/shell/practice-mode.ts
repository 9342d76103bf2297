import { createCompany } from './company.ts';
import { practiceControls } from './practice-controls.ts';
import { openPracticeDesk } from './practice-desk.ts';
import { openSimulatedWorkspace, simulatedCompany, simulatedParts } from './practice-ports.ts';
import type { Opened, WorkplaceParts } from './workplace.ts';

/** Opens practice in `folder`: an authority on loopback, an invented company, and what `given.simulation` plays. `asleep`: the laptop falls asleep. */
export async function openPractice(given: WorkplaceParts, folder: string, asleep: () => void): Promise<Opened> {
  const { simulation } = given;
  const parts = simulatedParts(given, simulation, asleep);
  const workspace = await openSimulatedWorkspace(folder, { clock: parts.clock, wrapper: parts.wrapper, work: parts.work }, simulation);
  const desk = await openPracticeDesk(folder, parts.clock, parts.random);
  desk.authority.setFault(simulation.atAuthority());
  return {
    parts, workspace,
    company: simulatedCompany(createCompany(workspace, desk), simulation),
    practice: { controls: practiceControls(desk.authority, simulation, folder), close: async () => desk.authority.close() },
  };
}
