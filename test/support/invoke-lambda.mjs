// Loads the compiled program as AWS Lambda does, and prints what it answers to the events in EVENTS, one line each.
import { createRequire } from 'node:module';

const { handler } = createRequire(import.meta.url)('../../dist/src/lambda.js');

for (const event of JSON.parse(process.env.EVENTS)) {
  try {
    const answer = await handler(event, { getRemainingTimeInMillis: () => 30_000 });
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  } catch (error) {
    process.stdout.write(`${error.name}: ${error.message}\n`);
  }
}
process.exit(0);
