// The console in Chromium, on a gateway with the emulator behind it.
import { join } from 'node:path';
import { source as AXE } from 'axe-core';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  type Request,
} from 'playwright-core';
import type { Config } from '../../src/config/config';
import { readConfig } from '../../src/config/config';
import { readTrustedDocuments } from '../../src/config/trusted-documents-file';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/chromium';
import { endWithFile } from '../support/cleanup';
import { startTestEmulator, type TestEmulator } from '../support/emulator';
import { startTestGateway, testConfig, type TestGateway } from '../support/gateway';

const DIST = join(__dirname, '../../dist');
const MANIFEST = join(__dirname, '../../packages/console/persisted-documents.json');

export const executablePath = findChromium();

/** The pages by the path below the console; `operation` is the AWS operation of their list. */
export const PAGES = [
  { path: '/', title: 'Attention', service: 'security-ir', operation: 'ListCases' },
  { path: '/jobs', title: 'Classification jobs', service: 'macie2', operation: 'ListClassificationJobs' },
  { path: '/members', title: 'Macie members', service: 'macie2', operation: 'ListMembers' },
  { path: '/exports', title: 'Mailbox exports', service: 'workmail', operation: 'ListMailboxExportJobs' },
  { path: '/cases', title: 'Security cases', service: 'security-ir', operation: 'ListCases' },
] as const;

/** An open page of the console, and what its browser reported. */
export interface ConsolePage {
  readonly page: Page;
  readonly requests: readonly Request[];
  /** Errors and warnings of the browser's console, violations of the content security policy included, and uncaught errors. */
  readonly reports: string[];
}

interface OpenOptions extends BrowserContextOptions {
  /** Runs before the page loads. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** The context of another tab, to share its storage and its live updates. */
  readonly context?: BrowserContext;
}

export class ConsoleBrowser {
  emulator!: TestEmulator;
  gateway!: TestGateway;
  #browser!: Browser;
  readonly #ends: (() => Promise<void>)[] = [];

  async start(): Promise<void> {
    if (executablePath === undefined) throw new Error('Chromium is missing. CI must have it.');
    this.emulator = await startTestEmulator();
    this.#browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    this.#ends.push(
      () => this.emulator.close(),
      endWithFile(() => this.#browser.close()),
    );
  }

  /**
   * A new gateway has no open circuit breaker, and nothing in memory. It accepts the operations of the console only, so that
   * every suite shows that the manifest has all of them.
   * @param endpoint the URL of AWS, if not that of the emulator
   */
  async startGateway(overrides: Partial<Config> = {}, endpoint = this.emulator.url): Promise<void> {
    const trustedDocuments = readTrustedDocuments(MANIFEST);
    const queryLimits = { ...testConfig().queryLimits, trustedDocuments };
    this.gateway = await startTestGateway(
      endpoint,
      { targets: readConfig({}).targets, console: true, explorer: true, queryLimits, ...overrides },
      undefined,
      { consoleAssets: join(DIST, 'console'), explorerAssets: join(DIST, 'explorer') },
    );
  }

  get origin(): string {
    return new URL(this.gateway.url).origin;
  }

  async stop(): Promise<void> {
    for (const end of this.#ends.reverse()) await end();
  }

  /** Opens a path below the console in a new context; without animations, so that colors are final when axe looks. */
  async open(path: string, { prepare, context: shared, ...options }: OpenOptions = {}): Promise<ConsolePage> {
    const context =
      shared ??
      (await this.#browser.newContext({
        viewport: { width: 1400, height: 900 },
        reducedMotion: 'reduce',
        ...options,
      }));
    const page = await context.newPage();
    const opened = { page, requests: [] as Request[], reports: [] as string[] };
    page.on('request', (request) => opened.requests.push(request));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) opened.reports.push(message.text());
    });
    page.on('pageerror', ({ message }) => opened.reports.push(message));
    await prepare?.(page);
    await page.goto(`${this.origin}/console${path}`);
    return opened;
  }
}

/** Waits until the page shows an answer. */
export async function loaded(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** The serious and critical findings of axe, as text. */
export async function findings(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<{ violations: readonly Finding[] }>(
    "axe.run({ resultTypes: ['violations'] })",
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`).join('; ')}`,
    );
}

/** The requests of the page to the endpoint, without those of live updates. */
export function graphqlRequests({ requests }: ConsolePage): Request[] {
  return requests.filter(
    (request) => new URL(request.url()).pathname === '/graphql' && !isHistoryQuery(request),
  );
}

/** The requests with which live updates connect: streams, and queries of the history. */
export function liveRequests({ requests }: ConsolePage): Request[] {
  return requests.filter(
    (request) => new URL(request.url()).pathname === '/graphql/stream' || isHistoryQuery(request),
  );
}

const isHistoryQuery = (request: Request) =>
  request.postData()?.includes('query gatewayHistoryQuery') === true;

/** The URLs of requests that left the origin of the page. */
export function requestsElsewhere({ requests }: ConsolePage, origin: string): string[] {
  return requests
    .map((request) => request.url())
    .filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'));
}
