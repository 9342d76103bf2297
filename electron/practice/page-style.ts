/** The look of the practice pages: large and calm, amber stripes on top so that practice is never mistaken for reality. */
export const pageStyle = `
:root { color-scheme: light dark; --ink: #1c2430; --soft: #4c5866; --paper: #f6f7f9; --card: #fff; --line: #7b8794; --accent: #0b5cad; --accent-ink: #fff; --bad: #a3151f; }
@media (prefers-color-scheme: dark) { :root { --ink: #eef1f5; --soft: #b9c3cf; --paper: #14181e; --card: #1d232b; --line: #8794a3; --accent: #8ac1ff; --accent-ink: #0a1a2b; --bad: #ff9aa0; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.25rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
.practice { margin: 0; padding: 1.5rem 1.5rem .75rem; color: #2b1d00; background: #ffd166 repeating-linear-gradient(135deg, #2b1d00 0 12px, #f2a900 12px 24px) top / 100% 12px no-repeat; text-align: center; }
main { max-width: 36rem; margin: 2.5rem auto; padding: 2.5rem; background: var(--card); border-radius: 16px; }
h1 { margin: 0 0 1.5rem; font-size: 2rem; line-height: 1.2; }
label { display: block; margin: 1.25rem 0 .5rem; font-weight: 600; }
input { width: 100%; min-height: 56px; padding: .5rem 1rem; font: inherit; color: inherit; background: var(--card); border: 2px solid var(--line); border-radius: 8px; }
input[aria-invalid] { border-color: var(--bad); }
.actions { display: grid; gap: .75rem; margin-top: 2rem; }
button { min-height: 56px; font: inherit; font-weight: 600; border-radius: 8px; border: 2px solid var(--accent); color: var(--accent); background: transparent; cursor: pointer; }
button.primary { color: var(--accent-ink); background: var(--accent); }
button.quiet { border-color: transparent; text-decoration: underline; }
:focus-visible { outline: 4px solid #f2a900; outline-offset: 3px; }
.refused { padding: 1rem; color: var(--bad); border: 2px solid var(--bad); border-radius: 8px; }
.account { color: var(--soft); }
details { margin-top: 2rem; color: var(--soft); }
summary { min-height: 44px; cursor: pointer; }
table { width: 100%; font-size: 1rem; border-collapse: collapse; }
th, td { padding: .5rem .5rem .5rem 0; text-align: left; overflow-wrap: anywhere; border-bottom: 1px solid var(--line); }
`;
