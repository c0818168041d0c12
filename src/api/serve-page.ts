import { fileURLToPath } from 'node:url';
import express, { type RequestHandler } from 'express';
import { PACKAGE_ROOT } from './package-root.js';

/** Where the files of the query page lie: they are not compiled, so that they are served from the source. */
export const PAGE_FOLDER: string = fileURLToPath(new URL('src/api/page/', PACKAGE_ROOT));

/** Serves the query page at `/`. It asks nothing of any other server. */
export function servePage(): RequestHandler {
  return express.static(PAGE_FOLDER, { index: 'index.html', dotfiles: 'ignore', redirect: false, maxAge: 0 });
}
