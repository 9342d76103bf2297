import { pageStyle } from './page-style.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const page = (title: string, content: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)} – Practice</title>
<style>${pageStyle}</style>
</head>
<body>
<header class="practice"><strong>Practice – invented data.</strong> Nothing here reaches Legrand, and no real account is touched.</header>
<main>
${content}
</main>
</body>
</html>
`;

const hidden = (transaction: string): string => `<input type="hidden" name="transaction" value="${escape(transaction)}">`;
const button = (decision: string, label: string, kind: 'primary' | 'plain' | 'quiet'): string =>
  `<button class="${kind}" type="submit" name="decision" value="${decision}"${kind === 'primary' ? '' : ' formnovalidate'}>${label}</button>`;

/** An invented person who can sign in, as the page tells it. */
interface Person {
  readonly email: string;
  readonly password: string;
}

const people = (persons: readonly Person[]): string => `<details>
<summary>Who can sign in here?</summary>
<table>
<thead><tr><th scope="col">E-mail address</th><th scope="col">Password</th></tr></thead>
<tbody>${persons.map(({ email, password }) => `<tr><td>${escape(email)}</td><td>${escape(password)}</td></tr>`).join('')}</tbody>
</table>
</details>`;

const REFUSED = {
  password: 'The e-mail address or the password is not right. Please try again.',
  account: 'There is no account with this e-mail address.',
} as const;

/** A sign-in that was just refused: the address that was typed, and why. */
export interface Refused {
  readonly email: string;
  readonly why: keyof typeof REFUSED;
}

/** The sign-in page. */
export function signInPage(transaction: string, persons: readonly Person[], refused: Refused | null): string {
  const described = refused ? ' aria-invalid="true" aria-describedby="refused"' : '';
  return page(refused ? 'Not signed in' : 'Sign in', `<h1>Sign in to your account</h1>
${refused ? `<p class="refused" id="refused" role="alert"><strong>Not signed in.</strong> ${REFUSED[refused.why]}</p>` : ''}
<form method="post" action="/signin">
${hidden(transaction)}
<label for="email">E-mail address</label>
<input id="email" name="email" type="email" autocomplete="username" value="${escape(refused?.email ?? '')}" required${described}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${described}>
<div class="actions">
${button('signin', 'Sign in', 'primary')}
${button('cancel', 'Cancel', 'plain')}
${button('forgotten', 'Forgot your password?', 'quiet')}
</div>
</form>
${people(persons)}`);
}

/** The consent page: who asks, for what, and how it ends. */
export function consentPage(transaction: string, person: { readonly name: string; readonly email: string }): string {
  return page('Allow access', `<h1>Allow your installer to reach your home?</h1>
<p class="account">Signed in as <strong>${escape(person.name)}</strong><br>${escape(person.email)}</p>
<p>Your installer's company asks to:</p>
<ul>
<li>see your homes and the names of their devices</li>
<li>read and change heating settings</li>
</ul>
<p>Nobody sees your password. You can end this at any time; without use it ends by itself after 90 days.</p>
<form method="post" action="/consent">
${hidden(transaction)}
<div class="actions">
${button('allow', 'Allow', 'primary')}
${button('cancel', 'Cancel', 'plain')}
</div>
</form>`);
}

/** A page that only says something. */
export function messagePage(title: string, text: string): string {
  return page(title, `<h1>${escape(title)}</h1>\n<p>${escape(text)}</p>`);
}

/** A page on which nothing happens: the sign-in ended, and the browser does not go back. */
export function emptyPage(): string {
  return page('Please wait', '<h1>Please wait</h1>');
}

/** What a guest network or a proxy answers in place of the server. */
export function gatewayPage(): string {
  return '<!doctype html>\n<html lang="en"><head><title>Guest network</title></head><body><h1>Welcome to the guest network</h1><p>Please accept the terms to go on.</p></body></html>\n';
}
