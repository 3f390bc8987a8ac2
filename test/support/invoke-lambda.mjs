// A script that loads the compiled handler as AWS Lambda does, and prints its responses to the events in EVENTS, one per line.
import { createRequire } from 'node:module';

const { handler } = createRequire(import.meta.url)('../../dist/src/lambda.js');

for (const event of JSON.parse(process.env.EVENTS)) {
  try {
    const response = await handler(event, { getRemainingTimeInMillis: () => 30_000 });
    process.stdout.write(`${JSON.stringify(response)}\n`);
  } catch (error) {
    process.stdout.write(`${error.name}: ${error.message}\n`);
  }
}
process.exit(0);
