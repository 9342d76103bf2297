import { EventEmitter } from 'node:events';
import type { App } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BACKGROUND_SWITCH } from '../../../electron/shell/background.ts';
import { watchSecondStarts } from '../../../electron/shell/second-starts.ts';

let app: EventEmitter;
const open = vi.fn<() => void>();
const start = (...argv: readonly string[]): boolean => app.emit('second-instance', {}, ['liaison', ...argv]);

beforeEach(() => {
  app = new EventEmitter();
  open.mockReset();
});

describe('a second start of the program', () => {
  it('opens the window, each time', () => {
    watchSecondStarts(app as unknown as App).attach(open);
    expect(open).not.toHaveBeenCalled();
    start();
    start();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('opens the window as soon as it can be opened, when it came before that', () => {
    const starts = watchSecondStarts(app as unknown as App);
    start();
    start();
    starts.attach(open);
    expect(open).toHaveBeenCalledTimes(1);
  });

  it('opens nothing when it is one more start at login', () => {
    const starts = watchSecondStarts(app as unknown as App);
    start(BACKGROUND_SWITCH);
    starts.attach(open);
    start(BACKGROUND_SWITCH);
    expect(open).not.toHaveBeenCalled();
  });
});
