// Macie that is not enabled: AWS answers AccessDeniedException with status 403 or 401, and the gateway names the same cause.
import { useHarness } from '../support/harness';
import { MEMBER } from '../support/resources';

const harness = useHarness();

test.each([403, 401])(
  'status %d of an account without Macie is NOT_ENABLED',
  async (macieNotEnabledStatus) => {
    await harness.emulator.control('POST', '/settings', { macieEnabled: false, macieNotEnabledStatus });
    const list =
      '{ macieMembers { nodes { accountId } completeness { complete sources { status message } } } }';
    expect((await harness.gateway.send(list)).data?.macieMembers).toEqual({
      nodes: [],
      completeness: {
        complete: false,
        sources: [{ status: 'NOT_ENABLED', message: 'Macie is not enabled in target default.' }],
      },
    });
    const { data, errors } = await harness.gateway.send(
      `{ node(id: "${MEMBER}") { ... on MacieMember { awsStatus } } }`,
    );
    expect(data).toEqual({ node: null });
    expect(errors).toMatchObject([{ extensions: { code: 'AWS_NOT_ENABLED', retryable: false } }]);
    expect((await harness.emulator.calls()).map(({ status }) => status)).toEqual([
      macieNotEnabledStatus,
      macieNotEnabledStatus,
    ]);
  },
);
