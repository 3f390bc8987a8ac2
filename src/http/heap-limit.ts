/** The limit of V8's old generation, whose end ends the process. V8 itself reports only the sum with the limit of the young generation. */
import { getHeapStatistics } from 'node:v8';

const MEGABYTE = 1024 * 1024;
/** The young generation has two semi-spaces, and as much for large objects as one of them. */
const YOUNG_SPACES = 3;
/** Without an option, V8 sizes a semi-space as at most this part of the old generation. */
const SEMI_SPACE_PART = 1 / 128;

/**
 * In bytes. Without an option of Node.js that sets the size, it is a lower bound that is at most 3 % too low.
 * @param options the options of Node.js; if an option occurs twice, the last one counts.
 * @param heapLimit the limit of the whole heap, in bytes.
 */
export function oldGenerationLimit(
  options: readonly string[] = optionsOfProcess(),
  heapLimit: number = getHeapStatistics().heap_size_limit,
): number {
  const oldSpace = megabytesOf('max-old-space-size', options) * MEGABYTE;
  if (oldSpace > 0) return Math.min(oldSpace, heapLimit);
  // V8 rounds the size of a semi-space up to a power of two.
  const semiSpace = megabytesOf('max-semi-space-size', options);
  return semiSpace > 0
    ? heapLimit - YOUNG_SPACES * 2 ** Math.ceil(Math.log2(semiSpace)) * MEGABYTE
    : heapLimit * (1 - YOUNG_SPACES * SEMI_SPACE_PART);
}

function optionsOfProcess(): string[] {
  return [...(process.env.NODE_OPTIONS ?? '').split(/\s+/), ...process.execArgv];
}

/** The value of an option of V8, whose words may be separated by underscores; 0 without the option. */
function megabytesOf(option: string, options: readonly string[]): number {
  return options.reduce((last, each) => {
    const [name = '', value] = each.split('=');
    return name.replaceAll('_', '-') === `--${option}` ? Number(value) : last;
  }, 0);
}
