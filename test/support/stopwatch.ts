// A stopwatch that stands still while a busy machine gives this process no processor.

export class Stopwatch {
  private readonly start = performance.now();
  private readonly cpu = process.cpuUsage();
  private readonly loop = performance.eventLoopUtilization();

  /** Milliseconds of work and of waiting since the start, without those in which the process could run and did not. */
  get milliseconds(): number {
    const elapsed = performance.now() - this.start;
    const { user, system } = process.cpuUsage(this.cpu);
    const { idle } = performance.eventLoopUtilization(this.loop);
    return Math.min(elapsed, idle + (user + system) / 1_000);
  }
}
