/** Runs a request again after changes: one at a time, not more often than every two seconds, and only while the tab is visible. */

const MIN_INTERVAL_MS = 2_000;

export class Refresher {
  #isPending = false;
  #isRunning = false;
  #isOver = false;
  /** The time of the next run at the earliest. */
  #earliestAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param run sends the request, and returns true when there is more to read. A failure is not repeated before the next change. */
  constructor(private readonly run: () => Promise<boolean>) {}

  /**
   * A change happened.
   * @param delayMs the milliseconds to wait before the request
   */
  request(delayMs = 0): void {
    this.#isPending = true;
    this.#earliestAt = Math.max(this.#earliestAt, performance.now() + delayMs);
    this.flush();
  }

  /** Runs the request, if a change waits for it. */
  flush(): void {
    if (!this.#isPending || this.#isRunning || this.#isOver || document.visibilityState !== 'visible') return;
    clearTimeout(this.#timer);
    const wait = this.#earliestAt - performance.now();
    if (wait > 0) {
      this.#timer = setTimeout(() => {
        this.flush();
      }, wait);
      return;
    }
    void this.#start();
  }

  /** No request starts from now on. */
  close(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
  }

  async #start(): Promise<void> {
    this.#isPending = false;
    this.#isRunning = true;
    this.#earliestAt = performance.now() + MIN_INTERVAL_MS;
    const hasMore = await this.run();
    this.#isRunning = false;
    this.#isPending ||= hasMore;
    this.flush();
  }
}
