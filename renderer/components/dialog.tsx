import { useEffect, useId, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import { PracticeMark } from './practice-banner.tsx';

interface DialogProps {
  readonly title: string;
  /** After Escape, the cancel button, or `closeDialog`. */
  readonly onClose: () => void;
  /** Nearly as wide as the window, for pictures. */
  readonly wide?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly children: ReactNode;
}

/** A question that must be answered before going on: the browser's own modal dialog. Escape closes it and the focus goes back. */
export function Dialog({ title, onClose, wide = false, onKeyDown, children }: DialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    dialog.current?.showModal();
    // Where a hasty Enter must not decide, the way out has the focus first.
    dialog.current?.querySelector<HTMLElement>('[data-first]')?.focus();
  }, []);
  return (
    <dialog ref={dialog} className={wide ? 'dialog dialog-wide' : 'dialog'} aria-labelledby={heading} onClose={onClose} onKeyDown={onKeyDown}>
      <div className="stack-wide">
        <PracticeMark />
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

/** Closes the dialog that is open, if there is one, by the browser's own way, so that the focus returns. */
export function closeDialog(): void {
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
}
