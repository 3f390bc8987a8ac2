/** The compile cache of Node.js 22.1 and later: a start reads the code that an earlier one has compiled. Import it before all other modules. */
import * as nodeModule from 'node:module';
import { join } from 'node:path';

/** Beside the compiled program, because the cache contains code that the gateway runs: both need the same protection. */
const FOLDER = join(__dirname, '../../compile-cache');

// Node.js writes the cache at the end of the process, and works without it where it cannot write the folder.
(nodeModule as { readonly enableCompileCache?: (folder: string) => unknown }).enableCompileCache?.(FOLDER);
