import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Deliver } from './queue';

/** PEM: who we are to a server that asks, and whom we trust in place of those that Node knows. */
export interface ClientIdentity {
  readonly cert?: string;
  readonly key?: string;
  readonly ca?: string;
}

const timeoutMilliseconds = 10_000;

/** Posts texts to a URL: one as it is, JSON lines of several as application/x-ndjson. A status of 2xx means taken. */
export const webhook =
  (url: URL, contentType: string, identity: ClientIdentity = {}): Deliver =>
  (texts) =>
    new Promise((resolve, reject) => {
      const body = Buffer.from(texts.join(''));
      const send = url.protocol === 'https:' ? requestHttps : requestHttp;
      const sent = send(
        url,
        {
          ...identity,
          method: 'POST',
          timeout: timeoutMilliseconds,
          headers: { 'content-type': contentType, 'content-length': body.length },
        },
        (response) => {
          const status = response.statusCode ?? 0;
          response.resume();
          response.once('end', () =>
            status >= 200 && status < 300 ? resolve() : reject(new Error(`the webhook answered ${status}`)),
          );
          response.once('error', reject);
        },
      );
      sent.once('timeout', () => sent.destroy(new Error(`no answer within ${timeoutMilliseconds / 1000} s`)));
      sent.once('error', reject);
      sent.end(body);
    });
