import { expect, test } from '../support/fixtures.ts';
import './bench.ts';

test('the camera is refused while its dialog is not open, and the microphone always', async ({ laptop }) => {
  const { window: page } = await laptop.start(['--use-fake-device-for-media-stream']);
  const tried = async (wish: MediaStreamConstraints): Promise<string> =>
    page.evaluate(async (constraints) => navigator.mediaDevices.getUserMedia(constraints).then((stream) => {
      const kinds = stream.getTracks().map(({ kind }) => kind);
      for (const track of stream.getTracks()) track.stop();
      return kinds.join();
    }, (error: Error) => error.name), wish);
  const told = async (open: boolean): Promise<boolean> => page.evaluate(async (isOpen) => (await window.liaison.call('visit.camera', { open: isOpen })).ok, open);
  expect([await tried({ video: true }), await tried({ audio: true })]).toEqual(['NotAllowedError', 'NotAllowedError']);
  await told(true);
  expect([await tried({ video: true }), await tried({ audio: true }), await tried({ video: true, audio: true })]).toEqual(['video', 'NotAllowedError', 'NotAllowedError']);
  await told(false);
  expect(await tried({ video: true })).toBe('NotAllowedError');
  // A page that is loaded again has no dialog.
  await told(true);
  await page.reload();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  expect(await tried({ video: true })).toBe('NotAllowedError');
  console.log('Security: camera and microphone tried 7 times, 6 refused; given once, while the dialog is open');
});
