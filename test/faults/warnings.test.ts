// A gateway that does much at once says nothing on standard error but its log: node's warnings are no JSON.
import { runProgram } from '../support/program';

test('many requests with many reads each bring no warning about', async () => {
  const program = runProgram('main.js', { PORT: '0', EXPLORER: 'false' });
  const [, url = ''] = await program.printed(/listens at (http:\S+)/);
  const query = `{
    securityCases(first: 40) { nodes { description } }
    classificationJobs(first: 40) { nodes { description } }
    macieMembers(first: 40) { nodes { accountId } }
    mailboxExportJobs(first: 40) { nodes { description } }
  }`;
  const ask = async (cacheControl: string) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cache-control': cacheControl },
      body: JSON.stringify({ query }),
    });
    return response.json();
  };
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, index) => ask(index % 2 === 0 ? 'no-cache' : 'max-age=60')),
  );
  for (const answer of answers) expect(answer).not.toHaveProperty('errors');
  program.kill('SIGTERM');
  expect(await program.exit()).toBe(0);
  const lines = program.stderr().trim().split('\n');
  expect(lines).toHaveLength(30);
  expect(lines.filter((line) => !line.startsWith('{'))).toEqual([]);
});
