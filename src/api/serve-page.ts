import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import express, { type RequestHandler, type Response } from 'express';
import { PACKAGE_ROOT } from './package-root.js';

/** Where `npm run build` puts the explorer: it is built from `src/web`, and asks nothing but this server. */
export const PAGE_FOLDER: string = fileURLToPath(new URL('dist/page/', PACKAGE_ROOT));

/**
 * Serves the explorer at `/`. Its assets are named by their content, and so may be kept for good; the page that names
 * them is asked for anew each time.
 */
export function servePage(): RequestHandler {
  if (!existsSync(path.join(PAGE_FOLDER, 'index.html'))) return tellToBuild;
  return express.static(PAGE_FOLDER, {
    index: 'index.html',
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (response: Response, file: string) => {
      const named = path.basename(path.dirname(file)) === 'assets';
      response.setHeader('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

const tellToBuild: RequestHandler = (request, response, next) => {
  if (request.path !== '/') next();
  else
    response.status(503).type('text/plain').send('The page is not built yet: run "npm run build", then start again.\n');
};
