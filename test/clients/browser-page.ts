// A page of the React application in Chromium: what it sent, and what it reported.
import type { BrowserContext, Page, Request } from 'playwright-core';
import type { ReactApplication } from './react-application';

/** A GraphQL request of the page. */
export interface SentOperation {
  readonly operationName: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export class BrowserPage {
  readonly page: Page;
  readonly requests: Request[] = [];
  /** Errors and warnings of the console, and uncaught errors. */
  readonly reports: string[] = [];
  readonly #application: ReactApplication;

  private constructor(application: ReactApplication, page: Page) {
    this.#application = application;
    this.page = page;
    page.on('request', (request) => this.requests.push(request));
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.reports.push(message.text());
    });
    page.on('pageerror', ({ message }) => this.reports.push(message));
  }

  /** Opens a path such as #/jobs, and signs in with `token` if the page asks for one. */
  static async open(
    context: BrowserContext,
    application: ReactApplication,
    path: string,
    token = application.token,
  ): Promise<BrowserPage> {
    const opened = new BrowserPage(application, await context.newPage());
    const { page } = opened;
    await page.goto(`${application.origin}/${path}`);
    if (token !== undefined) await opened.signIn(token);
    return opened;
  }

  async signIn(token: string): Promise<void> {
    await this.page.getByLabel('API token').fill(token);
    await this.page.getByRole('button', { name: 'Sign in' }).click();
  }

  /** Scrolls to these numbers of rows, the last ones of the pages, and waits until the list ends. */
  async scrollTo(...counts: readonly number[]): Promise<void> {
    const rows = this.page.locator('tbody tr');
    for (const count of counts) await rows.nth(count - 1).scrollIntoViewIfNeeded();
    await this.page.getByText('Load more').waitFor({ state: 'detached' });
  }

  /** The operations that the page sent, in order. */
  operations(): SentOperation[] {
    return this.requests
      .filter((request) => request.method() === 'POST' && request.url().endsWith('/graphql'))
      .map((request) => request.postDataJSON() as SentOperation);
  }

  /** The URLs of requests to other origins than those of the page, the gateway and the uploads. */
  requestsElsewhere(): string[] {
    const { origin, gateway, emulator } = this.#application;
    const own = new Set([origin, new URL(gateway.url).origin, emulator.url]);
    return this.requests.map((request) => request.url()).filter((url) => !own.has(new URL(url).origin));
  }
}
