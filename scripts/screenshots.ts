/** Takes the pictures of the console for the README (`npm run screenshots`): the start page on made-up data, light and dark. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from './chromium';

const ROOT = join(__dirname, '../..');
const IMAGES = join(ROOT, 'docs/images');

const SIZE = { width: 1400, height: 900 };
const SCHEMES = ['light', 'dark'] as const;

async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    process.stderr.write('Chromium is missing: install it, or set CHROMIUM_PATH to its program.\n');
    process.exitCode = 1;
    return;
  }
  const gateway = startGateway();
  try {
    const url = await gateway.consoleUrl;
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    for (const scheme of SCHEMES) await takePicture(browser, url, scheme);
    await browser.close();
  } finally {
    gateway.stop();
  }
}

/** The gateway on its emulator, with the default seed: the times are relative to now. */
function startGateway() {
  const program = spawn(process.execPath, [join(ROOT, 'dist/src/main.js')], {
    env: { PATH: process.env.PATH, PORT: '0', CONSOLE: 'true', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const consoleUrl = new Promise<string>((resolve, reject) => {
    createInterface(program.stdout).on('line', (line) => {
      const [, url] = /^Console: (\S+)$/.exec(line) ?? [];
      if (url !== undefined) resolve(url);
    });
    program.once('exit', () => {
      reject(new Error('The gateway ended before it listened.'));
    });
  });
  return { consoleUrl, stop: () => program.kill() };
}

async function takePicture(browser: Browser, url: string, scheme: (typeof SCHEMES)[number]): Promise<void> {
  const context = await browser.newContext({
    viewport: SIZE,
    colorScheme: scheme,
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByText('as of just now').waitFor();
  await page.getByText('Counted just now').first().waitFor();
  const path = join(IMAGES, `console-${scheme}.png`);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
  await context.close();
}

void main();
