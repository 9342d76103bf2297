import { useEffect, useState } from 'react';

/** The time now in milliseconds since 1970-01-01 UTC, told again every `interval` milliseconds. */
export function useNow(interval: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, [interval]);
  return now;
}

/** The time now, told again every half minute: enough for ages. */
export function useAge(): number {
  return useNow(30_000);
}
