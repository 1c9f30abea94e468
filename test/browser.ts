import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium for tests, from npm alone: the binary and its shared libraries come with `@sparticuz/chromium`,
 * so a machine with Node and nothing else can run the suite. `CHROMIUM_PATH` points at another browser.
 */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? (await unpackChromium()),
    headless: true,
    // The package's own list has --single-process, which dies on a second context, and --disable-web-security, which hides CSP faults.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
}

async function unpackChromium(): Promise<string> {
  // Read by the package when it is loaded: with it, the shared libraries are unpacked too and LD_LIBRARY_PATH is set.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x';
  const { default: packed } = await import('@sparticuz/chromium');
  return packed.executablePath();
}
