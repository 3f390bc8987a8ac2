// Lists of 10,000 rows, and the first paint of every page: few DOM nodes, no long task, and no shift of the layout.
import type { Page, Route } from 'playwright-core';
import { jobGlobalId } from '../support/resources';
import { describeWith } from '../support/describe-with';
import { ConsoleBrowser, executablePath, loaded, PAGES, type ConsolePage } from './console-browser';

const describeWithBrowser = describeWith(executablePath !== undefined, 'console/large-lists', 'chromium');

const MAX_NODES = 2_000;
const MAX_TASK_MS = 200;
const MAX_LAYOUT_SHIFT = 0.1;

const ROWS = 10_000;
/** The largest page that the API gives. */
const ROWS_PER_PAGE = 200;

/** Sums the shifts that no input of the user explains. */
const OBSERVE_SHIFTS = `
  globalThis.layoutShift = 0;
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.layoutShift += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;

/** The scroll position of ten frames, once it has had the time to settle. */
const POSITIONS = `new Promise((resolve) => {
  const positions = [];
  const next = () => {
    positions.push(window.scrollY);
    if (positions.length < 40) requestAnimationFrame(next);
    else resolve(positions.slice(30));
  };
  requestAnimationFrame(next);
})`;

interface Connection {
  readonly edges: readonly { readonly node: object }[];
  readonly pageInfo: object;
  readonly completeness: object;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of processor time. */
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const traceOptions = { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] };

describeWithBrowser('large lists in the console', () => {
  const browser = new ConsoleBrowser();
  let page: Page;
  /** Ends the trace of the page, as JSON. */
  let endTrace: () => Promise<string>;

  beforeAll(async () => {
    await browser.start();
    await browser.startGateway();
  });
  afterEach(async () => {
    await endTrace();
    await page.context().close();
  });
  afterAll(async () => {
    await browser.gateway.close();
    await browser.stop();
  });

  /** Opens a path below the console, and traces it until `longestTask`. */
  const open = async (path: string, respond?: (route: Route) => Promise<void>): Promise<ConsolePage> => {
    const opened = await browser.open(path, {
      prepare: async (prepared) => {
        page = prepared;
        await page.addInitScript(OBSERVE_SHIFTS);
        const program = page.context().browser();
        await program?.startTracing(page, traceOptions);
        let trace: Promise<string> | undefined;
        endTrace = () => (trace ??= program?.stopTracing().then(String) ?? Promise.resolve('{}'));
        if (respond !== undefined) await page.route('**/graphql', respond);
      },
    });
    await loaded(page);
    return opened;
  };
  const nodesOf = () => page.evaluate<number>('document.querySelectorAll("*").length');
  /** The longest task of the page's thread in processor time, which a busy machine does not lengthen. */
  const longestTask = async () => {
    const { traceEvents } = JSON.parse(await endTrace()) as { traceEvents: readonly TraceEvent[] };
    const mainThreads = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid} ${tid}`),
    );
    // A task that runs when the trace starts or ends has no duration.
    const durations = traceEvents
      .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`))
      .flatMap(({ tdur }) => tdur ?? []);
    expect(durations.length).toBeGreaterThan(20);
    return Math.max(...durations) / 1_000;
  };

  /** @param nodes the numbers of DOM nodes that the page had */
  const expectLimits = async (nodes: readonly number[]) => {
    expect(Math.max(...nodes)).toBeLessThanOrEqual(MAX_NODES);
    expect(await page.evaluate<number>('globalThis.layoutShift')).toBeLessThanOrEqual(MAX_LAYOUT_SHIFT);
    expect(await longestTask()).toBeLessThanOrEqual(MAX_TASK_MS);
  };

  test('10,000 jobs page by page: loading, scrolling and selecting stay within the limits', async () => {
    let first: Connection | undefined;
    const respond = async (route: Route) => {
      const { query, variables } = route.request().postDataJSON() as {
        query: string;
        variables: { after?: string };
      };
      if (!query.includes('classificationJobs(')) return route.continue();
      const from = Number(variables.after ?? 0);
      first ??= ((await (await route.fetch()).json()) as { data: { classificationJobs: Connection } }).data
        .classificationJobs;
      return route.fulfill({ json: { data: { classificationJobs: pageFrom(first, from) } } });
    };
    const { reports } = await open('/jobs', respond);
    const nodes: number[] = [];
    for (let count = ROWS_PER_PAGE; count < ROWS; count += ROWS_PER_PAGE) {
      await page.getByText(`${count} classification jobs so far`).first().waitFor();
      await page.evaluate(
        '[...document.querySelectorAll("main button")].find((button) => button.textContent === "Load more").click()',
      );
    }
    await page.getByText(`${ROWS} classification jobs`).first().waitFor();
    nodes.push(await nodesOf());
    for (const share of [0.3, 0.7, 1, 0]) {
      await page.evaluate(`window.scrollTo(0, document.body.scrollHeight * ${share})`);
      await page
        .getByRole('link', { name: share === 0 ? 'job 0' : /^job \d+$/, exact: true })
        .first()
        .waitFor();
      // Rows that are measured in view move no others for long.
      const [first, ...later] = await page.evaluate<number[]>(POSITIONS);
      expect(later.filter((position) => position !== first)).toEqual([]);
      for (let turns = 0; turns < 10; turns += 1) await page.mouse.wheel(0, 700);
      nodes.push(await nodesOf());
    }
    await page.evaluate('window.scrollTo(0, 0)');
    await page.getByRole('checkbox', { name: `Select all ${ROWS} loaded classification jobs` }).click();
    await page.getByText('More than 500 cannot be selected').waitFor();
    await page.getByRole('checkbox', { name: 'Select job 3', exact: true }).click();
    await page.getByRole('region', { name: 'Selection' }).getByText('499 selected').waitFor();
    nodes.push(await nodesOf());

    await expectLimits(nodes);
    expect(reports).toEqual([]);
  });

  test.each(PAGES)('$title, and the page of its first resource, open within the limits', async ({ path }) => {
    const { reports } = await open(path);
    const nodes = [await nodesOf()];
    await page.locator('main tbody a, main ol a').first().click();
    await page.getByRole('region', { name: 'Possible changes' }).waitFor();
    nodes.push(await nodesOf());
    await expectLimits(nodes);
    expect(reports).toEqual([]);
  });
});

/** A page of rows that repeat those of the first page under other ids. */
function pageFrom({ edges, pageInfo, completeness, ...more }: Connection, from: number): Connection {
  const to = from + ROWS_PER_PAGE;
  return {
    ...more,
    edges: Array.from({ length: ROWS_PER_PAGE }, (_, index) => {
      const edge = edges[index % edges.length];
      const jobId = (from + index).toString(16).padStart(32, '0');
      const name = `job ${from + index}`;
      // The query reads both fields under two names.
      const values = { id: jobGlobalId(jobId), jobId, classificationJobId: jobId, name, jobName: name };
      return { ...edge, node: { ...edge?.node, ...values } };
    }),
    pageInfo: { ...pageInfo, endCursor: String(to), hasNextPage: to < ROWS },
    completeness: { ...completeness, complete: true, retryCursor: null },
  };
}
