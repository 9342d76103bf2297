/** An element with its classes and what is in it. */
export function part<Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, ...children: readonly (Node | string)[]): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  element.append(...children);
  return element;
}

/** The room of an icon in pixels: the program, which has the icons, fills it. */
export function iconRoom(size: number): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  return svg;
}

/** What looks like a small button. */
export function smallButton(variant: 'secondary' | 'quiet', ...children: readonly (Node | string)[]): HTMLButtonElement {
  return part('button', `button button-${variant} button-small`, ...children);
}
