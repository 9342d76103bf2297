/** Finds an installed browser that can open a private window. Null: there is none, or the company's rules forbid it. */
export type PrivateBrowser = () => Promise<{ readonly name: string } | null>;
