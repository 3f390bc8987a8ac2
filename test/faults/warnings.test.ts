// Standard error under load: it contains only the JSON log of the gateway, and no warnings of Node.js.
import { runProgram, WITHOUT_SDK_NOTICE } from '../support/program';

/** More than the ten listeners of which Node.js warns, and few enough for a busy machine. */
const REQUESTS = 16;

test('the gateway logs no warning during many concurrent requests with many reads each', async () => {
  const program = runProgram('main.js', { PORT: '0', EXPLORER: 'false', ...WITHOUT_SDK_NOTICE });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  const query = `{
    securityCases(first: 40) { nodes { description } }
    classificationJobs(first: 40) { nodes { description } }
    macieMembers(first: 40) { nodes { accountId } }
    mailboxExportJobs(first: 40) { nodes { description } }
  }`;
  const send = async (cacheControl: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  const responses = await Promise.all(
    Array.from({ length: REQUESTS }, (_, index) => send(index % 2 === 0 ? 'no-cache' : 'max-age=60')),
  );
  for (const response of responses) expect(response).not.toHaveProperty('errors');
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
  const lines = program.stderr().trim().split('\n');
  const messages = lines.map((line) => (JSON.parse(line) as { msg: string }).msg);
  const requests = Array.from({ length: REQUESTS }, () => 'request');
  expect(messages).toEqual(['started', ...requests, 'draining', 'stopped']);
});
