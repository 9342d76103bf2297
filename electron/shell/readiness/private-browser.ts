/** Finds an installed browser that can open a private window. Null: nobody has looked, so nothing is said of it. */
export type PrivateBrowser = () => Promise<{ readonly name: string } | null>;

/** No detection of installed browsers is connected: the line says that it cannot be checked. */
export const noBrowserDetection: PrivateBrowser = async () => null;
