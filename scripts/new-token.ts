/** Makes an API token (`npm run token -- <name>`): it is shown once, and kept nowhere. */
import { newToken, sha256 } from '../src/identity/api-tokens';
import { TOKEN_NAME_PATTERN } from '../src/identity/settings';

const [name = ''] = process.argv.slice(2);

if (TOKEN_NAME_PATTERN.test(name)) {
  const token = newToken();
  process.stdout.write(
    `${token}\n\nGive it to whom it is for: it is not shown again. Under tokens in the ACCESS_FILE:\n\n` +
      `  - { name: ${name}, sha256: ${sha256(token).toString('hex')}, roles: [viewer] }\n`,
  );
} else {
  process.stderr.write(
    'Give the token a name of lower-case letters, digits and hyphens: npm run token -- ci\n',
  );
  process.exitCode = 1;
}
