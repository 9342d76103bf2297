import { problemCodes, type Problem, type ProblemCode } from '../../electron/contract/problems.ts';
import { fakeEnded, fakePractice, fakeStart, type FakeAnswers } from './fake-bridge.ts';
import type { Scene } from './scenes.ts';

/** What some problems carry besides their code, so that every line of a page is drawn once. */
const details: Readonly<Partial<Record<ProblemCode, Omit<Problem, 'code'>>>> = {
  'L-16': { httpStatus: 400, correlationId: '0f8fad5b-d9cb-469f-a165-70867728950e', oauthError: 'invalid_grant' },
  'L-24': { siteName: 'Résidence du Parc, appartement 12, 3e étage', reason: 'home' },
  'L-25': { reason: 'otherHomes' },
  'L-31': { reason: 'Legrand Home Setup Assistant' },
  'L-44': { httpStatus: 429, retryAfterSeconds: 90 },
  'L-49': { httpStatus: 470, reason: 'terms' },
  'L-62': { reason: 'lowSpace' },
  'L-63': { reason: 'snapshot', at: Date.UTC(2026, 2, 9, 17, 5) },
  'L-80': { field: 'authorizationServer' },
  'L-82': { port: 43117 },
};

function page(all: FakeAnswers, code: ProblemCode): Scene {
  const problem: Problem = { code, ...details[code] };
  return {
    name: `problem-page-${code}`,
    answers: { ...all, 'app.start': fakeStart({ notices: [problem] }) },
    walk: async (window) => window.getByRole('button', { name: 'What to do' }).first().click(),
  };
}

/** Every page of the catalogue, some of them where a sign-in ended, and practice with and without a fault. */
export function problemScenes(all: FakeAnswers): readonly Scene[] {
  const practice = { ...all, 'app.start': fakeStart({ mode: 'practice' }) };
  const faulty: FakeAnswers = { ...practice, 'practice.view': fakePractice('laptop.synchronised_folder') };
  const panel: Scene['walk'] = async (window) => window.getByRole('button', { name: 'Practice panel' }).click();
  return [
    ...problemCodes.map((code) => page(all, code)),
    { name: 'problem-ended-looks-again', answers: { ...all, 'link.view': fakeEnded({ code: 'L-07', httpStatus: 503 }) } },
    { name: 'problem-ended-pause', answers: { ...all, 'link.view': fakeEnded({ code: 'L-44', httpStatus: 429, retryAfterSeconds: 90 }) } },
    { name: 'problem-in-practice', answers: { ...faulty, 'link.view': fakeEnded({ code: 'L-03' }) } },
    { name: 'practice-fault-on', answers: faulty, walk: panel },
    { name: 'practice-fault-list', answers: faulty, walk: async (window) => {
      await window.getByRole('button', { name: 'Practice panel' }).click();
      await window.getByRole('button', { name: 'The data lie in OneDrive' }).scrollIntoViewIfNeeded();
    } },
    { name: 'practice-search', answers: practice, walk: async (window) => {
      await window.getByRole('button', { name: 'Practice panel' }).click();
      await window.getByRole('searchbox').fill('l-43');
      await window.getByRole('button', { name: 'Read L-43' }).first().scrollIntoViewIfNeeded();
    } },
    { name: 'practice-search-nothing', answers: practice, walk: async (window) => {
      await window.getByRole('button', { name: 'Practice panel' }).click();
      await window.getByRole('searchbox').fill('elephant');
    } },
  ];
}
