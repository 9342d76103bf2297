import { ArrowLeft } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { Button } from './button.tsx';

interface PageProps {
  readonly back: { readonly label: string; readonly act: () => void };
  readonly children: ReactNode;
}

/** A screen of full width with the way back at its head. */
export function Page({ back, children }: PageProps): ReactElement {
  return (
    <main className="page">
      <div className="page-inner">
        <div className="page-back">
          <Button variant="quiet" size="small" onClick={back.act}>
            <ArrowLeft size={18} aria-hidden="true" />
            {back.label}
          </Button>
        </div>
        {children}
      </div>
    </main>
  );
}
