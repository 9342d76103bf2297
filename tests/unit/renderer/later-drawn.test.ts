import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { prepareTexts } from '../../../renderer/i18n/index.ts';
import { later } from '../../../renderer/later.tsx';

/** React's part in it: what the part does after it was drawn, and that it wants to be drawn again. */
const react = vi.hoisted(() => ({ afterwards: (): void => undefined, drawAgain: vi.fn<(arrived: unknown) => void>() }));
vi.mock('react', async (original) => ({
  ...(await original<object>()),
  useState: (first: unknown) => [first, react.drawAgain],
  useEffect: (action: () => void) => void (react.afterwards = action),
}));

beforeEach(() => void vi.stubGlobal('document', { documentElement: { lang: '' } }));
afterEach(() => {
  vi.unstubAllGlobals();
  react.drawAgain.mockClear();
});

it('a part whose program comes between its drawing and what is done after that is drawn again', async () => {
  await prepareTexts('en');
  const part = later(async () => () => 'drawn');
  expect(part({})).toBeNull();
  // Whoever fetches all screens when nothing else is to do.
  await part.fetch();
  react.afterwards();
  await vi.waitFor(() => expect(react.drawAgain).toHaveBeenCalledWith(true));
});
