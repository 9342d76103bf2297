import { createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

/** A key and the certificate that goes with it, both as PEM. */
export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** One DER element: tag, length, content (X.690 §8.1). */
function element(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents);
  const { length } = content;
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
const identifier = (hex: string): Buffer => element(0x06, Buffer.from(hex, 'hex'));
const time = (milliseconds: number): Buffer => element(0x17, Buffer.from(`${new Date(milliseconds).toISOString().replaceAll(/[-:T]/g, '').slice(2, 14)}Z`));
const bits = (content: Uint8Array): Buffer => element(0x03, Buffer.from([0]), content);
const extension = (oid: string, value: Buffer): Buffer => sequence(identifier(oid), element(0x04, value));

/** 2.5.29.19 and 2.5.29.17: may sign itself; for `host`; localhost is 127.0.0.1 too. */
function extensions(host: string): Buffer {
  const authority = extension('551d13', sequence(element(0x01, Buffer.from([0xff]))));
  const names = extension('551d11', sequence(element(0x82, Buffer.from(host)), ...(host === 'localhost' ? [element(0x87, Buffer.from([127, 0, 0, 1]))] : [])));
  return element(0xa3, sequence(authority, names));
}

const DAY = 86_400_000;

/** A certificate for `host` that nobody but itself vouches for (RFC 5280 §4.1). `days`: how long it is valid from yesterday on. Made anew at each call. */
export function selfSigned(host = 'localhost', days = 2): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const ecdsaWithSha256 = sequence(identifier('2a8648ce3d040302'));
  // A name of its own, for issuers are looked up by it.
  const name = sequence(element(0x31, sequence(identifier('550403'), element(0x0c, Buffer.from(`test ${randomBytes(8).toString('hex')}`)))));
  const since = Date.now() - DAY;
  const version = element(0xa0, element(0x02, Buffer.from([2])));
  const serial = element(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const body = sequence(version, serial, ecdsaWithSha256, name, sequence(time(since), time(since + days * DAY)), name, publicKey.export({ type: 'spki', format: 'der' }), extensions(host));
  const der = sequence(body, ecdsaWithSha256, bits(createSign('sha256').update(body).sign(privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${der.toString('base64').replaceAll(/(.{64})/g, '$1\n')}\n-----END CERTIFICATE-----\n`,
  };
}
