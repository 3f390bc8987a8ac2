/** The version of the gateway. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const { version } = JSON.parse(readFileSync(join(__dirname, '../../../package.json'), 'utf8')) as {
  readonly version: string;
};

/** As in package.json, which is three folders above the compiled file. */
export const VERSION = version;
