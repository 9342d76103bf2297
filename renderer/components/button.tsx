import type { ButtonHTMLAttributes, ReactElement, ReactNode } from 'react';

interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> {
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'stop' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  /** Enter presses this button when nothing else has the focus; for one primary button per screen. */
  readonly enter?: boolean;
  readonly children: ReactNode;
}

/** A button that names its action. At most one `primary` per screen. */
export function Button({ variant = 'secondary', size = 'normal', enter = false, children, ...rest }: ButtonProps): ReactElement {
  const classes = ['button', `button-${variant}`, `button-${size}`].join(' ');
  return (
    <button type="button" {...rest} className={classes} data-enter={enter ? '' : undefined}>
      {children}
    </button>
  );
}
