import type * as Electron from 'electron';
import { complete, mustBeReplaced } from './not-implemented.ts';

type DialogPart = Pick<Electron.Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>;

/** Electron's `dialog`: nobody answers here. */
export const dialog: DialogPart = complete('dialog', {
  showMessageBox: mustBeReplaced('dialog.showMessageBox'),
  showOpenDialog: mustBeReplaced('dialog.showOpenDialog'),
  showSaveDialog: mustBeReplaced('dialog.showSaveDialog'),
  showErrorBox: (title: string, content: string) => console.error(`${title}\n${content}`),
});
