import { useEffect } from 'react';
import { call } from './client.ts';

/** The part of Chromium's BatteryManager that is used (W3C Battery Status API); TypeScript's DOM does not know it. */
interface BatteryManager extends EventTarget {
  readonly level: number;
  readonly charging: boolean;
}

interface BatteryNavigator {
  readonly getBattery?: () => Promise<BatteryManager>;
}

const CHANGES = ['levelchange', 'chargingchange'] as const;

/** Tells main of the battery now and whenever it changes: main itself can only ask whether one is in use. */
export function useBatteryReport(): void {
  useEffect(() => {
    let end = (): void => undefined;
    const watch = (battery: BatteryManager): void => {
      const tell = (): void => void call('readiness.battery', { level: battery.level, charging: battery.charging });
      tell();
      for (const change of CHANGES) battery.addEventListener(change, tell);
      end = () => CHANGES.forEach((change) => battery.removeEventListener(change, tell));
    };
    // Without the interface, or when it is refused, the line says that it cannot be checked.
    (navigator as BatteryNavigator).getBattery?.().then(watch, () => undefined);
    return () => end();
  }, []);
}
