// The pictures of the console in the README, which `npm run screenshots` takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');
const MAX_BYTES = 300_000;

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');

test.each(['docs/images/console-light.png', 'docs/images/console-dark.png'])(
  '%s is a PNG of 1400 by 900 pixels, small enough for a README, which shows it',
  (path) => {
    const image = readFileSync(join(ROOT, path));
    expect(image.subarray(0, 8)).toEqual(SIGNATURE);
    expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([1400, 900]);
    expect(image.length).toBeLessThan(MAX_BYTES);
    expect(readme).toContain(`="${path}"`);
  },
);
