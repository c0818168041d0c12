import { ClaimgraphError } from '../base/index.js';

/** Where a queue is, and how it is kept. */
export interface QueueAddress {
  /** `HOST:PORT`, at least one. */
  readonly servers: readonly string[];
  readonly secure: boolean;
  /** Who asks; null for nobody in particular. A user without a password is a token. */
  readonly user: string | null;
  readonly password: string | null;
  /** What its streams begin with: several queues may share a server. */
  readonly name: string;
  /** Servers that keep each document; null for what the queue has, or 1 for a new one. */
  readonly replicas: number | null;
  /** Milliseconds after which a silent worker is given up; null for what the queue has, or 30,000 for a new one. */
  readonly patience: number | null;
  /** The address without who asks. */
  readonly shown: string;
}

const FORM = /^(nats|tls):\/\/(?:([^@/?#]*)@)?([^@/?#]+)(?:\/([^?#]*))?(?:\?([^#]*))?$/;
const SERVER = /^(?:\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::[0-9]{1,5})?$/;
const DEFAULT_PORT = 4222;

/**
 * Reads `nats://[USER:PASSWORD@]HOST[:PORT][,HOST[:PORT]…][/NAME][?replicas=3&patience=30]`; `tls:` encrypts.
 * @throws ClaimgraphError QUEUE_URL_INVALID
 */
export function parseQueueAddress(url: string): QueueAddress {
  const [, scheme, login, hosts, path, query] = FORM.exec(url) ?? refuse(url);
  const servers = hosts!.split(',').map((host) => {
    if (!SERVER.test(host)) refuse(url);
    return /:[0-9]+$/.test(host) ? host : `${host}:${DEFAULT_PORT}`;
  });
  const name = path === undefined || path === '' ? 'claimgraph' : path;
  if (!/^[A-Za-z0-9_-]{1,32}$/.test(name)) refuse(url);
  const settings = new URLSearchParams(query ?? '');
  for (const key of settings.keys()) if (key !== 'replicas' && key !== 'patience') refuse(url);
  const [user, ...password] = login === undefined || login === '' ? [] : login.split(':');
  const patience = numberOf(settings.get('patience'), { most: 3600, url });
  return {
    servers,
    secure: scheme === 'tls',
    user: user === undefined ? null : decode(user, url),
    password: password.length === 0 ? null : decode(password.join(':'), url),
    name,
    replicas: numberOf(settings.get('replicas'), { most: 5, url }),
    patience: patience === null ? null : patience * 1000,
    shown: `${scheme}://${servers.join(',')}/${name}`,
  };
}

function numberOf(value: string | null, { most, url }: { readonly most: number; readonly url: string }): number | null {
  if (value === null) return null;
  const number = /^[0-9]{1,5}$/.test(value) ? Number(value) : 0;
  return number >= 1 && number <= most ? number : refuse(url);
}

function decode(word: string, url: string): string {
  try {
    return decodeURIComponent(word);
  } catch {
    return refuse(url);
  }
}

function refuse(url: string): never {
  // Not the whole of it: there may be a password in it.
  const shown = url.replace(/\/\/[^@]*@/, '//…@').slice(0, 200);
  const message = `A queue is addressed as in nats://localhost:4222/news or nats://one,two,three/news?replicas=3, but got ${JSON.stringify(shown)}.`;
  throw new ClaimgraphError('QUEUE_URL_INVALID', message, { url: shown });
}
