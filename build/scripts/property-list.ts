/// <reference path="./plist.d.ts" />
import plist from 'plist';

/** A property list of macOS as a plain value. Throws when it is none. */
export const readPropertyList = (xml: string): unknown => plist.parse(xml);

/** A value as a property list. */
export const writePropertyList = (value: object): string => plist.build(value);
