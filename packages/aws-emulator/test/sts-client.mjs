// Assumes a role with the SDK and calls Macie with its credentials, in a separate process: the SDK loads its STS client
// with import(), which jest does not support. Usage: sts-client.mjs URL ROLE_ARN. Prints the account in the response, or
// the name and the HTTP status of the error.
import { ListMembersCommand, Macie2Client } from '@aws-sdk/client-macie2';
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers';

const [endpoint, RoleArn] = process.argv.slice(2);
const credentials = fromTemporaryCredentials({
  params: { RoleArn, RoleSessionName: 'from-the-sdk', ExternalId: 'secret' },
  clientConfig: {
    endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: '111122223333', secretAccessKey: 'any' },
    maxAttempts: 1,
  },
});
const macie = new Macie2Client({ endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });

const result = await macie.send(new ListMembersCommand({ maxResults: 1 })).then(
  ({ members }) => members[0].administratorAccountId,
  (error) => `${error.name} ${error.$metadata?.httpStatusCode}`,
);
process.stdout.write(JSON.stringify(result));
