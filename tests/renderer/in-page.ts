/** What runs inside the page under inspection: each function stands alone, because it travels there as text. */

/** What site mode promises, measured: sizes in CSS pixels. */
export interface Measured {
  readonly texts: number;
  readonly targets: number;
  readonly findings: readonly string[];
}

/**
 * Makes every text about as long as a German one: each word grows by 35 %, and two long words that stand together become one.
 * Placeholders too.
 */
export function lengthen(): void {
  const grow = (text: string): string => text
    .replace(/(\p{L}{5,}) (\p{Ll}{5,})/gu, '$1$2')
    .replace(/\p{L}{3,}/gu, (word) => word + word.slice(-Math.max(1, Math.round(word.length * 0.35))));
  if (document.documentElement.dataset['lengthened']) return;
  document.documentElement.dataset['lengthened'] = 'yes';
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) node.textContent = grow(node.textContent ?? '');
  for (const input of document.querySelectorAll('input')) input.placeholder = grow(input.placeholder);
}

/** Measures text sizes (at least 18) and the heights of targets (at least 56) of everything that is seen. */
export function measureSiteMode(): Measured {
  const findings: string[] = [];
  const name = (element: Element): string => `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const seen = (element: Element): boolean => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !element.closest('.visually-hidden');
  const size = (element: Element): number => Number.parseFloat(getComputedStyle(element).fontSize);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const parents = new Set<Element>();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.parentElement && (node.textContent ?? '').trim() !== '' && !node.parentElement.closest('script, style, option')) parents.add(node.parentElement);
  }
  for (const field of document.querySelectorAll('input:not([type=checkbox], [type=radio]), select, textarea')) parents.add(field);
  const texts = [...parents].filter((element) => seen(element));
  for (const element of texts) if (size(element) < 17.99) findings.push(`text of ${size(element)} px: ${name(element)}`);
  const enabled = [...document.querySelectorAll('button, a[href], input, select, textarea, summary')].filter((element) => !element.matches(':disabled'));
  // A box with a mark is pressed on its whole label.
  const targets = [...new Set(enabled.map((element) => (element.matches('[type=checkbox], [type=radio]') ? (element.closest('label') ?? element) : element)))].filter((element) => seen(element));
  for (const target of targets) {
    const { height } = target.getBoundingClientRect();
    if (height < 55.5) findings.push(`target of ${Math.round(height)} px: ${name(target)}`);
  }
  return { texts: texts.length, targets: targets.length, findings };
}

/** What does not fit: wider than its place, cut off, or not to be reached by scrolling. The page is scrolled as before afterwards. */
export function layoutFindings(): readonly string[] {
  const findings: string[] = [];
  const name = (element: Element): string => `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  for (const part of document.querySelectorAll('html, body, main, nav, aside, dialog, .panel, .page-inner')) {
    if (part.scrollWidth > part.clientWidth + 1 && part.clientWidth > 0) findings.push(`wider than its place: ${name(part)}`);
  }
  const hides = /hidden|clip/u;
  for (const element of document.body.querySelectorAll('*')) {
    const { overflowX, overflowY } = getComputedStyle(element);
    if (element.closest('.visually-hidden, svg') || element.matches('progress, input, select, #root') || (element.textContent ?? '') === '') continue;
    if (hides.test(overflowX) && element.scrollWidth > element.clientWidth + 1) findings.push(`cut at its side: ${name(element)}`);
    if (hides.test(overflowY) && element.scrollHeight > element.clientHeight + 1) findings.push(`cut below: ${name(element)}`);
  }
  // Beside a site, in a window of any height: three rows at least. Below a narrow window's width the list stands above the site and the whole scrolls.
  const rows = innerWidth > 720 ? document.querySelector('.list-body') : null;
  if (rows && rows.clientHeight < 240) findings.push(`the list has ${rows.clientHeight} pixels`);
  const room = document.querySelector('dialog[open]') ?? document.body;
  const places = [...document.querySelectorAll('*')].map((element) => [element, element.scrollTop, element.scrollLeft] as const);
  for (const element of room.querySelectorAll('button, a[href], input, select, textarea, summary')) {
    if (!element.checkVisibility()) continue;
    element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    const { left, right, top, bottom } = element.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) findings.push(`beyond the window: ${name(element)}`);
    const hit = document.elementFromPoint((left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
    if (!hit || !(element.contains(hit) || hit.contains(element) || element.closest('label')?.contains(hit))) findings.push(`cannot be reached: ${name(element)}`);
  }
  for (const [element, top, left] of places) if (element.scrollTop !== top || element.scrollLeft !== left) element.scrollTo({ top, left, behavior: 'instant' });
  return findings;
}

/** What moves though a person asked for no motion. */
export function motionFindings(): readonly string[] {
  const running = document.getAnimations().map((animation) => `moves: ${animation.constructor.name}`);
  const lasts = (times: string): boolean => times.split(',').some((time) => Number.parseFloat(time) > 0);
  const styled = [...document.body.querySelectorAll('*')].filter((element) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
    return lasts(transitionDuration) || (animationName !== 'none' && lasts(animationDuration));
  });
  return [...running, ...styled.map((element) => `would move: <${element.tagName.toLowerCase()} class="${element.className}">`)];
}

/** Numbers everything that the keyboard must reach, and tells how many there are; of a group of radios one counts. */
export function numberStops(): number {
  const room = document.querySelector('dialog[open]') ?? document.body;
  const all = [...room.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')].filter((element) => element.checkVisibility() && !element.matches(':disabled') && element.tabIndex >= 0);
  const groups = new Set<string>();
  const stops = all.filter((element) => {
    if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
    const isNew = !groups.has(element.name);
    groups.add(element.name);
    return isNew;
  });
  for (const [index, element] of stops.entries()) element.dataset['stop'] = String(index);
  return stops.length;
}

/** The stop that has the focus, and what is wrong with how it shows. `stop` null: the focus is on nothing that is pressed. */
export function focusedStop(): { readonly stop: string | null; readonly finding: string | null } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { stop: null, finding: null };
  const text = `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`;
  const dialog = document.querySelector('dialog[open]');
  if (dialog && !dialog.contains(element)) return { stop: null, finding: `focus left the dialog: ${text}` };
  const group = element instanceof HTMLInputElement && element.type === 'radio' ? document.querySelector<HTMLElement>(`input[name="${element.name}"][data-stop]`) : element;
  // What is drawn by a neighbour shows its ring there.
  const shown = getComputedStyle(element).opacity === '0' ? (element.nextElementSibling ?? element) : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const hasRing = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const isStop = element.matches('button, a[href], input, select, textarea, summary');
  return { stop: group?.dataset['stop'] ?? null, finding: isStop && !hasRing ? `no ring: ${text}` : null };
}
