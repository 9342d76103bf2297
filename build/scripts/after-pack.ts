import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { AfterPackContext } from 'electron-builder';
import { readPropertyList, writePropertyList } from './property-list.ts';

interface TransportSecurity {
  readonly NSAllowsArbitraryLoads?: boolean;
}

interface InfoPlist {
  readonly NSAppTransportSecurity?: TransportSecurity;
}

/**
 * The same Info.plist without the permission for unprotected connections to anywhere. electron-builder forces it in for its updater's
 * proxy on this computer, for which the permission for local connections is enough.
 */
export function withoutArbitraryLoads(xml: string): string {
  const info = readPropertyList(xml) as InfoPlist;
  const { NSAllowsArbitraryLoads: _refused, ...kept } = info.NSAppTransportSecurity ?? {};
  return writePropertyList({ ...info, NSAppTransportSecurity: { ...kept, NSAllowsLocalNetworking: true } });
}

/** Called by electron-builder when a folder is packed and not yet signed. */
export function afterPack(context: AfterPackContext): void {
  if (context.electronPlatformName !== 'darwin') return;
  const file = path.join(context.appOutDir, `${context.packager.appInfo.productFilename}.app`, 'Contents', 'Info.plist');
  writeFileSync(file, withoutArbitraryLoads(readFileSync(file, 'utf8')));
}
