import type { RequestHandler } from 'express';

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** True for an address that only programs on the same machine can reach. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Refuses requests that name another host than this machine, where the server listens to this machine alone. A page of
 * another site can otherwise have its own name point here, and then counts as the same site to the reader's browser.
 */
export function guardHost(boundTo: string): RequestHandler {
  return (request, response, next) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    if (!isLoopback(boundTo) || isLoopback(name)) {
      next();
      return;
    }
    const message =
      'Expected a request to localhost, but got one to another name. Open this server by its own address.';
    response.status(421).json({ errors: [{ message, extensions: { code: 'FORBIDDEN' } }] });
  };
}
