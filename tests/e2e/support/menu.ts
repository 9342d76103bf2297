import type { RunningApp } from './running-app.ts';

/** Chooses an entry of the menu bar as a person does, by its id or its words. */
export async function chooseInMenu({ app }: RunningApp, wanted: string): Promise<void> {
  await app.evaluate(({ Menu, BrowserWindow }, name) => {
    type Entry = Electron.MenuItem;
    const all = (items: readonly Entry[]): readonly Entry[] => items.flatMap((item) => [item, ...all(item.submenu?.items ?? [])]);
    const item = all(Menu.getApplicationMenu()?.items ?? []).find(({ id, label }) => id === name || label === name);
    if (!item) throw new Error('no such entry');
    (item.click as unknown as (item: unknown, window: unknown, event: unknown) => void)(item, BrowserWindow.getAllWindows()[0], {});
  }, wanted);
}

/** What stands in the submenu with these words, from top to bottom, without its lines. */
export async function submenu({ app }: RunningApp, label: string): Promise<readonly string[]> {
  return app.evaluate(({ Menu }, name) => {
    const menus = Menu.getApplicationMenu()?.items.flatMap((item) => item.submenu?.items ?? []) ?? [];
    return menus.find((item) => item.label === name)?.submenu?.items.map((item) => item.label).filter((text) => text !== '') ?? [];
  }, label);
}
