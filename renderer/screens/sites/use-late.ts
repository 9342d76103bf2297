import { useEffect, useState } from 'react';

/** Milliseconds after which somebody who waits for the list is told. A book that takes this long is a large one. */
const MOMENT = 700;

/** False at first, true when a moment has passed since the component appeared. */
export function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), MOMENT);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
