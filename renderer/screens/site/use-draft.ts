import { useState } from 'react';

/** A text that a person changes before it is kept. */
export interface Draft {
  readonly text: string;
  readonly isChanged: boolean;
  readonly change: (text: string) => void;
}

/** Begins with `kept` and follows it as long as nothing was typed; what was typed stays until it is what is kept. */
export function useDraft(kept: string): Draft {
  const [typed, setTyped] = useState<string | null>(null);
  const isChanged = typed !== null && typed !== kept;
  return { text: typed ?? kept, isChanged, change: setTyped };
}
