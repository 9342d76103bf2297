import { createRequire } from 'node:module';

// The package has no types of its own.
const plist = createRequire(import.meta.url)('plist') as { readonly parse: (xml: string) => unknown; readonly build: (value: object) => string };

/** A property list of macOS as a plain value. Throws when it is none. */
export const readPropertyList = (xml: string): unknown => plist.parse(xml);

/** A value as a property list. */
export const writePropertyList = (value: object): string => plist.build(value);
