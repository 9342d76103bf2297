import { createContext, useContext, useState, type ReactElement, type ReactNode } from 'react';

/** Texts that were typed and are not kept yet, by what they are. They outlive the screen they were typed on. */
export type Drafts = Map<string, string>;

const DraftsContext = createContext<Drafts | null>(null);

/** Holds the drafts for everything inside, for as long as the window is open. */
export function DraftsHolder({ children }: { readonly children: ReactNode }): ReactElement {
  const [drafts] = useState<Drafts>(() => new Map());
  return <DraftsContext value={drafts}>{children}</DraftsContext>;
}

/** The drafts. Only inside the app. */
export function useDrafts(): Drafts {
  const drafts = useContext(DraftsContext);
  if (!drafts) throw new Error('useDrafts is for screens inside the app');
  return drafts;
}
