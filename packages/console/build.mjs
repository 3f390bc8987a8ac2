/** The build of the pages that the gateway serves: the explorer, then the console. */
import { buildPage, PACKAGE } from './build/built-files.mjs';
import { consolePage } from './build/console.mjs';
import { explorer } from './build/explorer.mjs';

// The plugin of Relay looks for relay.config.json there.
process.chdir(PACKAGE);
// One after another: the machine may have one processor, and the gateway starts beside the build.
for (const page of [explorer, consolePage]) await buildPage(page);
