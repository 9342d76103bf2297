import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';

/** The one large heading of a screen. It takes the focus when it appears, so that a screen reader starts there; give it a `key` per step. */
export function Landing({ children, className }: { readonly children: ReactNode; readonly className?: string }): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <h1 ref={heading} tabIndex={-1} data-landing="" className={className}>
      {children}
    </h1>
  );
}
