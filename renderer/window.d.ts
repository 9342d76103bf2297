import type { LiaisonBridge } from '../electron/contract/bridge.ts';

declare global {
  interface Window {
    /** Exposed by the preload script: the only way out of this window. */
    readonly liaison: LiaisonBridge;
  }
}
