import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const systemBrowser = '/usr/bin/chromium';

/** A real browser without a window: the machine's own, or the one that comes with npm and needs nothing installed. */
export async function openBrowser(): Promise<Browser> {
  // As root Chromium refuses to start with its sandbox.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  if (existsSync(systemBrowser) && process.env['CQS_OWN_BROWSER'] === undefined) {
    return chromium.launch({ executablePath: systemBrowser, args });
  }
  // It unpacks its own libraries and fonts only where it believes itself on a bare machine.
  process.env['AWS_EXECUTION_ENV'] ??= 'AWS_Lambda_nodejs22.x';
  process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x';
  const { default: carried } = await import('@sparticuz/chromium');
  // Its own arguments put everything into one process, without the rules of the web: not how people browse.
  return chromium.launch({
    executablePath: await carried.executablePath(),
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}
