import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A page of our own in the browser that leads back to the program. It is served once. */
export interface LoopPage {
  /** `http://127.0.0.1:PORT/…`, for the browser. */
  readonly address: string;
  close(): void;
}

const STYLE =
  'body{max-width:40rem;margin:16vh auto 0;padding:0 1.5rem;font:1.25rem/1.5 system-ui,sans-serif}p:first-of-type{font-size:2rem;font-weight:650;line-height:1.25}' +
  'a{display:inline-block;padding:.75rem 1.5rem;border-radius:.5rem;background:#0c5f53;color:#fff}:root{color-scheme:light dark}';
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

const HEADERS: Readonly<Record<string, string>> = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  connection: 'close',
};
/** Seconds until the page goes on by itself, as Legrand's does; a person may press before. */
const GOES_ON_AFTER = 1;
const REQUEST_TIMEOUT = 10_000;

const closedWords = `<p>Liaison has closed itself. Press the button: it must open again.</p>
<p lang="fr">Liaison s’est fermé. Appuyez sur le bouton : il doit se rouvrir.</p>
<p lang="it">Liaison si è chiuso. Premi il pulsante: deve riaprirsi.</p>
<p lang="de">Liaison hat sich geschlossen. Drücken Sie die Taste: Es muss sich wieder öffnen.</p>
<p lang="es">Liaison se ha cerrado. Pulse el botón: debe volver a abrirse.</p>
<p lang="nl">Liaison heeft zich gesloten. Druk op de knop: het moet weer opengaan.</p>`;
const openWords = `<p>Going back to Liaison.</p>
<p>If the browser asks “Open Liaison?”, press Open.</p>
<p lang="fr">Retour à Liaison. Si le navigateur demande « Ouvrir Liaison ? », appuyez sur Ouvrir.</p>
<p lang="it">Ritorno a Liaison. Se il browser chiede «Aprire Liaison?», premi Apri.</p>
<p lang="de">Zurück zu Liaison. Fragt der Browser „Liaison öffnen?“, drücken Sie auf Öffnen.</p>
<p lang="es">De vuelta a Liaison. Si el navegador pregunta «¿Abrir Liaison?», pulse Abrir.</p>
<p lang="nl">Terug naar Liaison. Vraagt de browser “Liaison openen?”, klik dan op Openen.</p>`;

/** Addresses that lead back have no character that HTML reads in its own way but the ampersand and quotes, which classifying refused already. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function pageTo(returnAddress: string, cold: boolean): string {
  const target = escaped(returnAddress);
  // With the program closed only a person knows that it is: the page waits for the press.
  const refresh = cold ? '' : `<meta http-equiv="refresh" content="${String(GOES_ON_AFTER)};url=${target}">`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${refresh}<title>Liaison</title><style>${STYLE}</style></head>
<body>
${cold ? closedWords : openWords}
<p><a href="${target}">Liaison</a></p>
</body>
</html>
`;
}

/** What the page is made of. `secretPath`: its path, which nobody can guess. `onServed`: the browser has it. */
export interface LoopPageParts {
  readonly returnAddress: string;
  readonly cold: boolean;
  readonly secretPath: string;
  readonly onServed: () => void;
}

function isWanted(request: IncomingMessage, secretPath: string, port: number): boolean {
  return request.method === 'GET' && request.url === `/${secretPath}` && request.headers.host === `127.0.0.1:${String(port)}`;
}

/** Serves the page on 127.0.0.1 at a port of the system's choice. Null: no port could be had. */
export async function serveLoopPage({ returnAddress, cold, secretPath, onServed }: LoopPageParts): Promise<LoopPage | null> {
  let served = false;
  let port = 0;
  const server = createServer({ requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT }, (request: IncomingMessage, response: ServerResponse) => {
    if (served || !isWanted(request, secretPath, port)) return void response.writeHead(404, HEADERS).end();
    served = true;
    response.writeHead(200, HEADERS).end(pageTo(returnAddress, cold));
    response.once('finish', onServed);
    server.close();
  });
  const listening = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen({ host: '127.0.0.1', port: 0, exclusive: true }, () => resolve(true));
  });
  if (!listening) return null;
  ({ port } = server.address() as AddressInfo);
  const close = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://127.0.0.1:${String(port)}/${secretPath}`, close };
}
