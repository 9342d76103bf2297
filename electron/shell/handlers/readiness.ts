import { success, type Result } from '../../contract/result.ts';
import type { ReadinessView } from '../../contract/readiness.ts';
import type { Handlers } from '../calls.ts';
import type { Program } from '../program.ts';

type ReadinessCalls = 'readiness.view' | 'readiness.run' | 'readiness.battery' | 'readiness.startLoop' | 'readiness.stopLoop';
type DoctorCalls = 'doctor.view' | 'doctor.run' | 'doctor.answer' | 'doctor.saveSheet' | 'doctor.printSheet';

const SHEET_NAME = 'Liaison-network.pdf';

/** Handlers of `readiness.*` and `doctor.*`. */
export function readinessHandlers({ ready: { readiness, doctor, loop }, paper }: Program): Pick<Handlers, ReadinessCalls | DoctorCalls> {
  const view = (): Result<ReadinessView> => success(readiness.view());
  return {
    'readiness.view': view,
    'readiness.run': async () => success(await readiness.run()),
    'readiness.battery': (battery) => {
      readiness.noteBattery(battery);
      return success(null);
    },
    'readiness.startLoop': async ({ cold }) => {
      const started = await loop.start(cold);
      return started.ok ? view() : started;
    },
    'readiness.stopLoop': async () => {
      await loop.stop();
      return view();
    },
    'doctor.view': () => success(doctor.view()),
    'doctor.run': async () => doctor.run(),
    'doctor.answer': ({ answer }) => doctor.answer(answer),
    'doctor.saveSheet': async () => {
      const saved = await paper.save(SHEET_NAME);
      return saved.ok ? success(saved.value !== null) : saved;
    },
    'doctor.printSheet': async () => paper.print(),
  };
}
