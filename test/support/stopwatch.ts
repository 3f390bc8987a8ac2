// A stopwatch that does not count the time in which a busy machine does not run this process.

export class Stopwatch {
  private readonly start = performance.now();
  private readonly cpu = process.cpuUsage();
  private readonly loop = performance.eventLoopUtilization();

  /** Milliseconds of work and of waiting since the start, without the time in which the process was ready and did not run. */
  get milliseconds(): number {
    const elapsed = performance.now() - this.start;
    const { user, system } = process.cpuUsage(this.cpu);
    const { idle } = performance.eventLoopUtilization(this.loop);
    return Math.min(elapsed, idle + (user + system) / 1_000);
  }
}
