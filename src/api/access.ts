import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { ClaimgraphError } from '../base/index.js';
import { isLoopback } from './guard-host.js';
import { refuse } from './refuse.js';

/** What a key allows: READ asks and exports, WRITE also changes. */
export const ACCESS_ROLES = ['READ', 'WRITE'] as const;

export type AccessRole = (typeof ACCESS_ROLES)[number];

/** A key as it is kept: what was given out cannot be told from it. */
export interface AccessKey {
  /** Names who has it in logs. */
  readonly name: string;
  readonly role: AccessRole;
  /** SHA-256 of the key, 64 hexadecimal digits. Keys are random, so that no salt is needed. */
  readonly sha256: string;
}

/** Who asks. */
export interface Caller {
  readonly name: string;
  readonly role: AccessRole;
}

/** Whoever is on the machine, where the server is open to it alone. */
export const LOCAL_CALLER: Caller = { name: 'local', role: 'WRITE' };

/** A new key of 256 random bits, and what is kept of it. */
export function createAccessKey(name: string, role: AccessRole): { readonly secret: string; readonly key: AccessKey } {
  const secret = `cg_${randomBytes(32).toString('base64url')}`;
  return { secret, key: { name, role, sha256: digest(secret).toString('hex') } };
}

/** The caller that an Authorization header shows; null for none. Takes the same time for every key. */
export function callerOf(authorization: string | undefined, keys: readonly AccessKey[]): Caller | null {
  if (keys.length === 0) return LOCAL_CALLER;
  const given = digest(/^Bearer +(\S{1,512})$/i.exec(authorization ?? '')?.[1] ?? '');
  let caller: Caller | null = null;
  for (const { name, role, sha256 } of keys) {
    if (timingSafeEqual(given, Buffer.from(sha256, 'hex'))) caller = { name, role };
  }
  return caller;
}

/** Lets in who has a key, of the role WRITE where that is asked for; `response.locals.caller` says who it is. */
export function requireCaller(keys: readonly AccessKey[], role: AccessRole): RequestHandler {
  return (request, response, next) => {
    const caller = callerOf(request.headers.authorization, keys);
    if (caller === null) {
      response.setHeader('www-authenticate', 'Bearer realm="claimgraph"');
      refuse(
        response,
        401,
        'UNAUTHENTICATED',
        'Expected a header "Authorization: Bearer <key>" with a key of this server.',
      );
      return;
    }
    if (role === 'WRITE' && caller.role !== 'WRITE') {
      refuse(response, 403, 'FORBIDDEN', 'Expected a key with the role WRITE, but this one may only read.');
      return;
    }
    response.locals.caller = caller;
    next();
  };
}

/** How a server is exposed. */
export interface Exposure {
  readonly host: string;
  readonly keys: readonly AccessKey[];
  /** Origins of pages of other sites that may ask. */
  readonly origins: readonly string[];
}

/** Refuses what would be open to more than anyone means it to be. @throws ClaimgraphError ACCESS_UNSAFE that says why. */
export function refuseUnsafe({ host, keys, origins }: Exposure): void {
  const complaint =
    !isLoopback(host) && keys.length === 0
      ? `${host} can be reached by other machines, and no key is asked for: give --keys, or listen to 127.0.0.1`
      : origins.includes('*') && keys.length === 0
        ? 'any page of any site could ask, and no key is asked for: give --keys, or name the origins'
        : (origins.map(complaintOfOrigin).find((found) => found !== null) ??
          keys.map(complaintOfKey).find((found) => found !== null) ??
          (new Set(keys.map(({ name }) => name)).size < keys.length
            ? 'two keys have one name, so that the log could not tell them apart'
            : null));
  if (complaint === null) return;
  throw new ClaimgraphError('ACCESS_UNSAFE', `Expected a safe way to serve, but ${complaint}.`, { host });
}

function complaintOfOrigin(origin: string): string | null {
  if (origin === '*') return null;
  const isOrigin = URL.canParse(origin) && new URL(origin).origin === origin;
  return isOrigin ? null : `${JSON.stringify(origin)} is no origin, such as https://news.example.org`;
}

function complaintOfKey({ name, role, sha256 }: AccessKey): string | null {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return `the key ${JSON.stringify(name)} has no SHA-256 of 64 hexadecimal digits`;
  return ACCESS_ROLES.includes(role) ? null : `the key ${JSON.stringify(name)} has a role that is not READ or WRITE`;
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
