// Preloaded by a program that runs with --expose-gc: prints its memory after a garbage collection at each SIGUSR2.
process.on('SIGUSR2', () => {
  for (let run = 0; run < 3; run += 1) globalThis.gc();
  const { heapUsed, rss, external } = process.memoryUsage();
  process.stdout.write(`memory ${JSON.stringify({ heapUsed, rss, external })}\n`);
});
