import type { ReactElement, ReactNode } from 'react';

/** What a browser can show during a sign-in. */
export type BrowserPicture = 'signInPage' | 'error' | 'blank' | 'openApp' | 'someoneElse' | 'other';

/** A small drawing of a browser window; decorative, because the words beside it say the same. */
export function PictureOf({ page }: { readonly page: BrowserPicture }): ReactElement {
  return (
    <svg className="picture" viewBox="0 0 96 64" aria-hidden="true" focusable="false">
      <rect className="picture-window" x="1" y="1" width="94" height="62" rx="5" />
      <path className="picture-line" d="M1 13h94" />
      <circle className="picture-dot" cx="8" cy="7" r="2" />
      <circle className="picture-dot" cx="15" cy="7" r="2" />
      <rect className="picture-soft" x="24" y="4" width="64" height="6" rx="3" />
      {drawings[page]}
    </svg>
  );
}

const drawings: Readonly<Record<BrowserPicture, ReactNode>> = {
  signInPage: (
    <>
      <rect className="picture-field" x="28" y="20" width="40" height="9" rx="2" />
      <rect className="picture-field" x="28" y="33" width="40" height="9" rx="2" />
      <path className="picture-ink" d="M33 37.5h.1M38 37.5h.1M43 37.5h.1" />
      <rect className="picture-accent" x="28" y="47" width="40" height="9" rx="2" />
    </>
  ),
  error: (
    <>
      <path className="picture-ink" d="M14 25h3M22 25h34M20 33h52M20 41h40M14 49h3" />
      <path className="picture-bad" d="M70 18l6 10H64z" />
    </>
  ),
  blank: <path className="picture-faint" d="M40 38a8 8 0 1 0 8-8" />,
  openApp: (
    <>
      <rect className="picture-field" x="20" y="18" width="60" height="34" rx="3" />
      <path className="picture-ink" d="M27 27h34M27 34h22" />
      <rect className="picture-accent" x="55" y="41" width="20" height="7" rx="2" />
      <rect className="picture-soft" x="31" y="41" width="20" height="7" rx="2" />
    </>
  ),
  someoneElse: (
    <>
      <circle className="picture-field" cx="48" cy="28" r="7" />
      <path className="picture-field" d="M34 50a14 12 0 0 1 28 0z" />
      <path className="picture-ink" d="M70 24l4 4 8-9" />
    </>
  ),
  other: <path className="picture-thick" d="M42 30a6 6 0 1 1 8.500 5.500c-1.700.8-2.500 2-2.500 4M48 46h.1" />,
};
