import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Where Chromium is; `CHROMIUM` in the environment names another one. Null where there is none. */
export const CHROMIUM_PATH: string | null =
  process.env.CHROMIUM ?? CHROMIUM.find((candidate) => existsSync(candidate)) ?? null;

/** Starts Chromium without a window; WebGL is drawn by software, as the machines that test have no other. */
export function startBrowser(): Promise<Browser> {
  if (CHROMIUM_PATH === null) throw new Error('Expected Chromium to be installed: apt-get install chromium.');
  return chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [
      '--no-sandbox',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
      '--disable-dev-shm-usage',
    ],
  });
}
