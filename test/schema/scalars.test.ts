// Values that a scalar rejects: the message names the scalar and the form that it expects.
import { useHarness } from '../support/harness';

const harness = useHarness();

interface Place {
  readonly scalar: string;
  /** The rest of the message. */
  readonly form: string;
  /** The operation, with the value as a variable or a literal. */
  readonly query: (parameters: string, value: string) => string;
}

const PLACES: readonly Place[] = [
  {
    scalar: 'DateTime',
    form: 'A time by RFC 3339, such as 2026-11-26T08:30:00Z.',
    query: (parameters, value) =>
      `mutation ${parameters} { updateSecurityCase(input: { id: "x", reportedIncidentStartedAt: ${value} }) { outcome } }`,
  },
  {
    scalar: 'DateOrDateTime',
    form: 'A time by RFC 3339, such as 2026-11-26T08:30:00Z, or a date, such as 2026-11-26, which is the whole day in UTC.',
    query: (parameters, value) =>
      `query ${parameters} { classificationJobs(filter: { createdAt: { eq: ${value} } }) { nodes { id } } }`,
  },
  {
    scalar: 'AwsAccountId',
    form: 'The id of an AWS account: twelve digits.',
    query: (parameters, value) => `query ${parameters} { macieMember(accountId: ${value}) { id } }`,
  },
];

const REJECTED = [5, true, '2026-11-20T00:00', '2026-02-30', '2026-02-30T00:00:00Z', '', 'yesterday'];

describe.each(PLACES)('$scalar', ({ scalar, form, query }) => {
  test.each(REJECTED)('as a literal rejects %j', async (value) => {
    const literal = JSON.stringify(value);
    const text = query('', literal);
    const { errors } = await harness.gateway.send(text);
    expect(errors).toEqual([
      {
        message: `The value is not a valid ${scalar}. ${form}`,
        locations: [{ line: 1, column: text.indexOf(`: ${literal}`) + 3 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test.each(REJECTED)('in a variable rejects %j', async (value) => {
    const text = query(`($value: ${scalar}!)`, '$value');
    const { errors } = await harness.gateway.send(text, { value });
    expect(errors).toEqual([
      {
        message: `Variable "$value" got invalid value ${JSON.stringify(value)}; The value is not a valid ${scalar}. ${form}`,
        locations: [{ line: 1, column: text.indexOf('$value') + 1 }],
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ]);
  });

  test('repeats at most 200 characters of a value', async () => {
    const { errors } = await harness.gateway.send(query(`($value: ${scalar}!)`, '$value'), {
      value: 'x'.repeat(500),
    });
    expect(errors?.[0]?.message).toBe(
      `Variable "$value" got invalid value "${'x'.repeat(200)}…"; The value is not a valid ${scalar}. ${form}`,
    );
  });
});
