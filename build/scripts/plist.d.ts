/** Property lists of macOS; the package has no types of its own. */
declare module 'plist' {
  const plist: {
    readonly parse: (xml: string) => unknown;
    readonly build: (value: object) => string;
  };
  // oxlint-disable-next-line import/no-default-export -- the package has only this
  export default plist;
}
