import type { LucideIcon } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';

/** One thing that happens, or does not, with its picture. */
export function Consequence({ icon: Icon, children }: { readonly icon: LucideIcon; readonly children: ReactNode }): ReactElement {
  return (
    <li className="remaining">
      <Icon size={22} aria-hidden="true" />
      <span>{children}</span>
    </li>
  );
}
