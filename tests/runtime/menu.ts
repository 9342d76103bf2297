import { EventEmitter } from 'node:events';
import type * as Electron from 'electron';
import { debug } from './settings.ts';

type ItemOptions = Electron.MenuItemConstructorOptions;
type ItemPart = Pick<Electron.MenuItem, 'label' | 'enabled' | 'visible' | 'id'>;

/** Electron's `MenuItem`: what it was made of. A test clicks it by calling `click`. */
export class MenuItem implements ItemPart {
  readonly id: string;
  readonly role: ItemOptions['role'];
  readonly type: ItemOptions['type'];
  readonly accelerator: ItemOptions['accelerator'];
  readonly click: ItemOptions['click'];
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: ItemOptions) {
    this.id = options.id ?? '';
    this.role = options.role;
    this.type = options.type;
    this.accelerator = options.accelerator;
    this.click = options.click;
    this.label = options.label ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = Array.isArray(options.submenu) ? Menu.buildFromTemplate(options.submenu) : (options.submenu as unknown as Menu | undefined);
  }
}

let applicationMenu: Menu | null = null;

/** Electron's `Menu`: kept, never drawn. */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }
  popup(): void {
    debug('Menu.popup');
  }
  closePopup(): void {
    debug('Menu.closePopup');
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
  static buildFromTemplate(template: (ItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const item of template) menu.append(item instanceof MenuItem ? item : new MenuItem(item));
    return menu;
  }
}
