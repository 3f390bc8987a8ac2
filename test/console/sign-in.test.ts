// The sign-in of the console: at an issuer with PKCE, or with a pasted API token. Tokens stay out of the address and of the
// browser's storage, except for the pasted one, and nothing of a user is left after the end of the session.
import type { Page } from 'playwright-core';
import { AuthorizationEndpoints } from '../support/authorization-endpoints';
import { describeWith } from '../support/describe-with';
import { startIssuer, type Issuer } from '../support/identity';
import { identityOf, tokenOf } from '../support/principals';
import {
  ConsoleBrowser,
  executablePath,
  findings,
  graphqlRequests,
  liveRequests,
  loaded,
  PAGES,
  requestsElsewhere,
  type ConsolePage,
} from './console-browser';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/sign-in', 'chromium');

const ALL = 'macie:write workmail:write security-ir:write';
const JOBS = '/jobs?status=RUNNING';
const REJECTED = 'Failed to load resource: the server responded with a status of 401 (Unauthorized)';

describeWithBrowser('the sign-in of the console', () => {
  const browser = new ConsoleBrowser();
  let issuer: Issuer;
  let endpoints: AuthorizationEndpoints;
  let opened: ConsolePage;

  beforeAll(async () => {
    await browser.start();
    issuer = await startIssuer();
    endpoints = new AuthorizationEndpoints(issuer);
    const { tokens } = identityOf({
      ci: { scopes: new Set(['macie:read']), targets: 'ALL' },
      old: { scopes: new Set(['macie:read']), targets: 'ALL' },
    });
    await browser.startGateway({
      identity: issuer.settings({
        tokens: tokens.map((token) => (token.name === 'old' ? { ...token, expires: new Date(0) } : token)),
      }),
      consoleSettings: {
        signIn: {
          issuer: issuer.issuer,
          clientId: endpoints.clientId,
          scope: 'openid offline_access',
          audience: 'api',
        },
        connectOrigins: [],
      },
    });
  });
  beforeEach(() => {
    Object.assign(endpoints, {
      user: { sub: 'ann', scope: ALL },
      session: undefined,
      lifetimes: [],
      renewals: Infinity,
      refusal: undefined,
    });
    issuer.behavior = 'healthy';
    for (const list of [endpoints.authorizations, endpoints.endedSessions, endpoints.tokens]) list.length = 0;
  });
  afterEach(() => opened.page.context().close());
  afterAll(async () => {
    await browser.gateway.close();
    await issuer.close();
    await browser.stop();
  });

  const open = async (...options: Parameters<ConsoleBrowser['open']>) => {
    opened = await browser.open(...options);
    return opened.page;
  };
  const signedOut = (page: Page) => page.locator('[data-screen="signed-out"]');
  const signIn = (page: Page) => page.getByRole('button', { name: /^Sign in at 127/ }).click();
  const account = (page: Page) => page.getByRole('button', { name: /^Your account/ });
  const rows = (page: Page) => page.locator('main tbody tr[data-index]');
  const address = (page: Page) => page.url().slice(`${browser.origin}/console`.length);
  const storedIn = (page: Page, storage: 'localStorage' | 'sessionStorage') =>
    page.evaluate<string>(`JSON.stringify(Object.entries(${storage}))`);
  const tokensOf = (tab: ConsolePage) =>
    graphqlRequests(tab).map((request) => request.headers().authorization);

  /** No token of the issuer, and no code, is in the address, the history or the storage. */
  const expectNoTraces = async (page: Page) => {
    const stored = (await storedIn(page, 'localStorage')) + (await storedIn(page, 'sessionStorage'));
    for (const token of endpoints.tokens) expect(stored).not.toContain(token);
    expect(stored).not.toMatch(/access_token|refresh_token|id_token|verifier/);
    expect(page.url()).not.toMatch(/[?&](code|state)=/);
  };

  test('signed out, every page: asks for a sign-in after one request, and keeps the address', async () => {
    const tabs = await Promise.all(PAGES.map(({ path }) => browser.open(path)));
    for (const [index, tab] of tabs.entries()) {
      opened = tab;
      await signedOut(tab.page).waitFor();
      expect(address(tab.page)).toBe(PAGES[index]?.path);
      expect(await tab.page.getByRole('heading', { level: 1 }).textContent()).toBe('Sign in');
      expect(await signedOut(tab.page).textContent()).toContain('answers only to users who sign in');
      expect(graphqlRequests(tab)).toHaveLength(1);
      expect(tab.reports).toEqual([REJECTED]);
      expect(requestsElsewhere(tab, browser.origin)).toEqual([]);
      expect(await account(tab.page).count()).toBe(0);
      expect(await tab.page.getByRole('button', { name: /^Live updates|^Search/ }).count()).toBe(0);
      expect(await findings(tab.page)).toEqual([]);
      if (tab !== tabs.at(-1)) await tab.page.context().close();
    }
  });

  test('at the issuer: the view returns, a reload keeps the session, and the next user sees nothing of the first', async () => {
    const page = await open(JOBS);
    await signIn(page);
    await rows(page).first().waitFor();
    expect(address(page)).toBe(JOBS);
    const [request] = endpoints.authorizations;
    expect(Object.fromEntries(request ?? [])).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: `${browser.origin}/console/`,
      scope: 'openid offline_access',
      audience: 'api',
    });
    expect(tokensOf(opened).slice(1)).toEqual(
      tokensOf(opened)
        .slice(1)
        .map(() => `Bearer ${endpoints.tokens[0]}`),
    );
    await expectNoTraces(page);

    await account(page).click();
    const menu = page.getByRole('dialog', { name: 'Your account' });
    await menu.getByText('user:ann').waitFor();
    expect(await menu.getByRole('listitem').allTextContents()).toEqual([
      'macie:write',
      'security-ir:write',
      'workmail:write',
    ]);
    expect(await findings(page)).toEqual([]);

    await page.reload();
    await rows(page).first().waitFor();
    expect(address(page)).toBe(JOBS);
    expect(endpoints.authorizations.map((query) => query.get('prompt'))).toEqual([null, 'none']);
    await expectNoTraces(page);
    const job = (await rows(page).first().getByRole('link').first().textContent()) ?? '';

    await account(page).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.waitForURL(`${browser.origin}/console/`);
    await signedOut(page).waitFor();
    expect(endpoints.endedSessions[0]?.get('id_token_hint')).toMatch(/^ey/);
    expect(await page.content()).not.toContain(job);
    expect(await storedIn(page, 'sessionStorage')).toBe('[]');

    endpoints.user = { sub: 'bob', scope: 'workmail:read' };
    await page.goto(`${browser.origin}/console${JOBS}`);
    await signIn(page);
    await page.locator('[data-screen="denied"]').waitFor();
    await account(page).getByText('user:bob').waitFor();
    expect(await page.content()).not.toContain(job);
    expect(await page.content()).not.toContain('user:ann');

    expect(
      requestsElsewhere(opened, browser.origin).filter((url) => !url.startsWith(`${issuer.issuer}/`)),
    ).toEqual([]);
  });

  test('at the issuer: the session is renewed without a trace, and its end is told before it comes', async () => {
    // The console renews a token one minute before its expiry, and no earlier than after a second.
    endpoints.lifetimes = [62, 8];
    endpoints.renewals = 1;
    const page = await open(JOBS);
    await signIn(page);
    await rows(page).first().waitFor();
    const notice = page.getByRole('region', { name: 'Your session' });
    await notice.getByText('It could not be renewed').waitFor();
    expect(await findings(page)).toEqual([]);
    const refreshed = page.waitForRequest(`${browser.origin}/graphql`);
    await page.getByRole('button', { name: 'Refresh' }).click();
    expect((await refreshed).headers().authorization).toBe(`Bearer ${endpoints.tokens[1]}`);
    const documents = opened.requests.filter((request) => request.isNavigationRequest());
    expect(documents.map((request) => new URL(request.url()).pathname)).toEqual([
      '/console/jobs',
      '/authorize',
      '/console/',
    ]);
    await signedOut(page).getByText('Your session has expired').waitFor();
    expect(address(page)).toBe(JOBS);
    expect(await rows(page).count()).toBe(0);
    const requests = graphqlRequests(opened).length;

    await signIn(page);
    await rows(page).first().waitFor();
    expect(address(page)).toBe(JOBS);
    expect(
      tokensOf(opened)
        .slice(requests)
        .every((header) => header === `Bearer ${endpoints.tokens[2]}`),
    ).toBe(true);
  });

  test('failures at the issuer are told in words, and the address stays', async () => {
    const page = await open(JOBS);
    endpoints.refusal = 'access_denied';
    await signIn(page);
    await signedOut(page)
      .getByText(/refused it: access_denied\.$/)
      .waitFor();
    expect(address(page)).toBe(JOBS);
    expect(await findings(page)).toEqual([]);

    endpoints.refusal = undefined;
    issuer.behavior = 'failing';
    await signIn(page);
    await signedOut(page).getByText('did not answer as an issuer does').waitFor();

    await page.route(`${issuer.issuer}/**`, (route) => route.abort());
    await signIn(page);
    await signedOut(page).getByText('could not be reached').waitFor();
    expect(address(page)).toBe(JOBS);

    await page.unroute(`${issuer.issuer}/**`);
    issuer.behavior = 'healthy';
    await page.goto(`${browser.origin}/console/?code=stolen&state=unknown`);
    await signedOut(page).getByText('began in another tab').waitFor();
    expect(address(page)).toBe('/');
    await expectNoTraces(page);
  });

  test('with a pasted token, by keyboard only: a bad one is rejected, a good one is kept for the tab', async () => {
    const page = await open('/members');
    await signedOut(page).waitFor();
    const focused = () =>
      page.evaluate<string>(
        'document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent',
      );
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 20 && (await focused()) !== name; presses += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    };
    await tabTo('Use an API token');
    await page.keyboard.press('Enter');
    await page.getByLabel('API token').waitFor();
    expect(await focused()).toBe('API token');
    const expired = issuer.sign({ sub: 'ann', scope: ALL, exp: Math.floor(Date.now() / 1_000) - 60 });
    for (const [token, problem] of [
      ['', 'Paste a token.'],
      ['not a token', 'A token has no spaces'],
      [tokenOf('nobody'), 'The gateway does not accept this token.'],
      [tokenOf('old'), 'The gateway does not accept this token.'],
      [expired, 'This token has expired.'],
    ] as const) {
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Backspace');
      await page.keyboard.insertText(token);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').filter({ hasText: problem }).waitFor();
      expect(await focused()).toBe('API token');
    }
    expect(await findings(page)).toEqual([]);
    expect(await storedIn(page, 'sessionStorage')).toBe('[]');

    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(`Bearer ${tokenOf('ci')} `);
    await page.keyboard.press('Enter');
    await rows(page).first().waitFor();
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Macie members');
    await account(page).getByText('token:ci').waitFor();
    expect(await storedIn(page, 'localStorage')).not.toContain(tokenOf('ci'));
    expect(page.url()).toBe(`${browser.origin}/console/members`);
    await page.reload();
    await rows(page).first().waitFor();
    expect(requestsElsewhere(opened, browser.origin)).toEqual([]);

    // The gateway gets another token from here on, as if this one had been removed.
    const withToken = (token: string) =>
      page.route('**/graphql', (route) =>
        route.continue({ headers: { ...route.request().headers(), authorization: `Bearer ${token}` } }),
      );
    await withToken(tokenOf('nobody'));
    const requests = graphqlRequests(opened).length;
    await page.getByRole('button', { name: 'Refresh' }).click();
    await signedOut(page).getByText('The gateway no longer accepts your token').waitFor();
    expect(address(page)).toBe('/members');
    const live = liveRequests(opened).length;
    await page.getByRole('link', { name: 'Classification jobs' }).click();
    await page.waitForURL('**/console/jobs');
    expect(await signedOut(page).count()).toBe(1);
    expect(graphqlRequests(opened)).toHaveLength(requests + 1);
    expect(liveRequests(opened)).toHaveLength(live);
    expect(await storedIn(page, 'sessionStorage')).toBe('[]');
  });

  test('a token that states its expiry: the page says when the session ends', async () => {
    const expiry = Math.floor(Date.now() / 1_000) + 1;
    const page = await open('/jobs', {
      prepare: (prepared) =>
        prepared.addInitScript(
          `sessionStorage.setItem('secops-graph-token', '${issuer.sign({ scope: ALL, exp: expiry })}')`,
        ),
    });
    await rows(page).first().waitFor();
    await page.getByRole('region', { name: 'Your session' }).getByText('Your session ends').waitFor();
    await page.route('**/graphql', (route) =>
      route.continue({ headers: { ...route.request().headers(), authorization: 'Bearer expired' } }),
    );
    await page.waitForFunction(`Date.now() >= ${expiry * 1_000}`);
    await page.getByRole('button', { name: 'Refresh' }).click();
    await signedOut(page).getByText('Your session has expired').waitFor();
    expect(address(page)).toBe('/jobs');
  });

  test('a caller who cannot be read is a failure, not a caller without rights', async () => {
    const page = await open('/jobs', {
      prepare: async (prepared) => {
        await prepared.addInitScript(`sessionStorage.setItem('secops-graph-token', '${tokenOf('ci')}')`);
        await prepared.route('**/graphql', (route) =>
          route.request().postData()?.includes('viewerQuery') === true
            ? route.fulfill({
                status: 500,
                json: {
                  errors: [{ message: 'The gateway failed.', extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
                },
              })
            : route.continue(),
        );
      },
    });
    const notice = page.getByRole('region', { name: 'Your account' });
    await notice.getByText('could not be read').waitFor();
    await rows(page).first().waitFor();
    expect(await findings(page)).toEqual([]);
    await page.unroute('**/graphql');
    await notice.getByRole('button', { name: 'Read again' }).click();
    await notice.waitFor({ state: 'detached' });
    await account(page).getByText('token:ci').waitFor();
  });

  test('without a client, the page asks for an API token, and its policy names no issuer', async () => {
    const policyOf = async () =>
      (await fetch(`${browser.origin}/console/`)).headers.get('content-security-policy');
    const emulator = new URL(browser.emulator.url).origin;
    expect(await policyOf()).toContain(`; connect-src 'self' ${issuer.issuer} ${emulator};`);
    const { gateway } = browser;
    await browser.startGateway({ identity: issuer.settings() });
    expect(await policyOf()).toContain(`; connect-src 'self' ${emulator};`);
    const page = await open('/cases');
    await page.getByLabel('API token').fill(issuer.sign({ scope: ALL }));
    expect(await page.getByRole('button', { name: /^Sign in/ }).count()).toBe(0);
    expect(await findings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Use this token' }).click();
    await rows(page).first().waitFor();
    await page.evaluate(
      `sessionStorage.setItem('secops-graph-draft:user:ann:comment', '{"text":"A draft"}')`,
    );
    await account(page).click();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await signedOut(page).getByText('You have signed out').waitFor();
    expect(address(page)).toBe('/cases');
    expect(await page.title()).toBe('Sign in · secops-graph');
    expect([await rows(page).count(), await storedIn(page, 'sessionStorage')]).toEqual([0, '[]']);
    await browser.gateway.close();
    browser.gateway = gateway;
  });

  test('without a required sign-in, nothing of it appears, and the client of the issuer is not loaded', async () => {
    const { gateway } = browser;
    await browser.startGateway();
    const page = await open('/jobs');
    await loaded(page);
    await page.getByText('anonymous').waitFor();
    expect([await account(page).count(), await page.getByText(/sign in|sign out/i).count()]).toEqual([0, 0]);
    expect(opened.requests.filter((request) => request.url().includes('issuer-client'))).toEqual([]);
    expect(opened.reports).toEqual([]);
    await browser.gateway.close();
    browser.gateway = gateway;
  });
});
