/** Creates an API token (`npm run token -- <name>`). It prints the token once and does not store it. */
import { newToken, sha256 } from '../src/identity/api-tokens';
import { TOKEN_NAME_PATTERN } from '../src/identity/settings';

const [name = ''] = process.argv.slice(2);

if (TOKEN_NAME_PATTERN.test(name)) {
  const token = newToken();
  process.stdout.write(
    `${token}\n\nCopy the token now: it is not shown again. Add this entry to tokens in the ACCESS_FILE:\n\n` +
      `  - { name: ${name}, sha256: ${sha256(token).toString('hex')}, roles: [viewer] }\n`,
  );
} else {
  process.stderr.write(
    'The token needs a name of lowercase letters, digits and hyphens, for example: npm run token -- ci\n',
  );
  process.exitCode = 1;
}
