/** Switches the look of the whole window between the ordinary one and site mode (styles/site-mode.css). */
export function showSiteMode(on: boolean): void {
  document.documentElement.toggleAttribute('data-site-mode', on);
}
