// Security Incident Response: CreateCase.
import { CreateCaseCommand, ListCasesCommand, type CreateCaseRequest } from '@aws-sdk/client-security-ir';
import { NOW, useCases } from './support/cases';
import { ACCOUNT } from './support/clients';

const cases = useCases();
const { getCase, edits, rejectedFields } = cases;

function create(members: Partial<CreateCaseRequest> = {}) {
  return cases.clients.securityIr.send(
    new CreateCaseCommand({
      resolverType: 'Self',
      title: 'A stolen key',
      description: 'The key of the build role was used from elsewhere.',
      engagementType: 'Security Incident',
      reportedIncidentStartDate: new Date('2026-11-20T08:30:00Z'),
      impactedAccounts: ['444455556666'],
      watchers: [{ email: 'soc@example.com' }],
      ...members,
    }),
  );
}

describe('CreateCase', () => {
  test.each(['Self', 'AWS'] as const)('opens a case with resolver type %s', async (resolverType) => {
    const { caseId = '', $metadata } = await create({
      resolverType,
      watchers: [
        { email: 'soc@example.com', name: 'SOC', jobTitle: 'Responder' },
        { email: 'ciso@example.com' },
      ],
      threatActorIpAddresses: [
        { ipAddress: '192.0.2.7', userAgent: 'curl/8' },
        { ipAddress: '2001:DB8:0:0:0:0:0:1' },
      ],
      impactedServices: ['AWS IAM', 'Amazon EC2 (us-east-1)'],
      impactedAwsRegions: [{ region: 'ap-southeast-6' }],
    });
    expect($metadata.httpStatusCode).toBe(201);
    expect(caseId).toMatch(/^\d{10}$/);
    expect(await getCase(caseId)).toEqual({
      $metadata: expect.anything() as unknown,
      title: 'A stolen key',
      caseArn: `arn:aws:security-ir:us-east-1:111122223333:case/${caseId}`,
      description: 'The key of the build role was used from elsewhere.',
      caseStatus: 'Submitted',
      engagementType: 'Security Incident',
      reportedIncidentStartDate: new Date('2026-11-20T08:30:00Z'),
      impactedAwsRegions: [{ region: 'ap-southeast-6' }],
      threatActorIpAddresses: [
        { ipAddress: '192.0.2.7', userAgent: 'curl/8' },
        { ipAddress: '2001:DB8:0:0:0:0:0:1' },
      ],
      pendingAction: 'None',
      impactedAccounts: ['444455556666'],
      watchers: [
        { email: 'soc@example.com', name: 'SOC', jobTitle: 'Responder' },
        { email: 'ciso@example.com' },
      ],
      createdDate: new Date(NOW),
      lastUpdatedDate: new Date(NOW),
      resolverType,
      impactedServices: ['AWS IAM', 'Amazon EC2 (us-east-1)'],
      caseAttachments: [],
    });
    expect(await edits(caseId)).toEqual([
      {
        eventTimestamp: new Date(NOW),
        principal: ACCOUNT,
        action: 'Case Created',
        message: `The case was created with resolver type ${resolverType}.`,
      },
    ]);
  });

  test('accepts empty lists, and ListCases returns the new case first', async () => {
    const { caseId = '' } = await create({ impactedAccounts: [], watchers: [] });
    expect(await getCase(caseId)).toMatchObject({
      impactedAccounts: [],
      watchers: [],
      impactedServices: [],
      impactedAwsRegions: [],
      threatActorIpAddresses: [],
    });
    const { items, total } = await cases.clients.securityIr.send(new ListCasesCommand({}));
    expect([items?.[0]?.caseId, total]).toEqual([caseId, 6]);
  });

  test('returns the same case for the same clientToken', async () => {
    const first = await create({ clientToken: 'a-token' });
    expect((await create({ clientToken: 'a-token', title: 'Another title' })).caseId).toBe(first.caseId);
    expect((await create({ clientToken: 'another-token' })).caseId).not.toBe(first.caseId);
    expect((await create()).caseId).not.toBe((await create()).caseId);
    const { total } = await cases.clients.securityIr.send(new ListCasesCommand({}));
    expect(total).toBe(5 + 4);
    expect((await getCase(first.caseId ?? '')).title).toBe('A stolen key');
  });

  const VALID = {
    resolverType: 'Self',
    title: 'A title',
    description: 'A description',
    engagementType: 'Investigation',
    reportedIncidentStartDate: 1_763_719_200,
    impactedAccounts: [],
    watchers: [],
  };

  test.each<[field: string, members: object]>([
    ['title', { title: '' }],
    ['title', { title: 'x'.repeat(301) }],
    ['description', { description: '' }],
    ['description', { description: 'x'.repeat(8001) }],
    ['clientToken', { clientToken: '' }],
    ['clientToken', { clientToken: 'x'.repeat(256) }],
    ['resolverType', { resolverType: 'Partner' }],
    ['engagementType', { engagementType: 'Drill' }],
    ['impactedAccounts', { impactedAccounts: Array.from({ length: 201 }, () => ACCOUNT) }],
    ['impactedAccounts.0', { impactedAccounts: ['12345678901a'] }],
    ['impactedAccounts.1', { impactedAccounts: [ACCOUNT, '1234'] }],
    ['watchers', { watchers: Array.from({ length: 31 }, () => ({ email: 'soc@example.com' })) }],
    ['watchers.0.email', { watchers: [{}] }],
    ['watchers.0.email', { watchers: [{ email: 'a@b.c' }] }],
    ['watchers.0.email', { watchers: [{ email: `${'x'.repeat(250)}@b.cd` }] }],
    ['watchers.0.email', { watchers: [{ email: 'soc.example.com' }] }],
    ['watchers.0.name', { watchers: [{ email: 'soc@example.com', name: '' }] }],
    ['watchers.0.name', { watchers: [{ email: 'soc@example.com', name: 'x'.repeat(51) }] }],
    ['watchers.0.jobTitle', { watchers: [{ email: 'soc@example.com', jobTitle: 'x'.repeat(51) }] }],
    [
      'threatActorIpAddresses',
      { threatActorIpAddresses: Array.from({ length: 201 }, () => ({ ipAddress: '192.0.2.1' })) },
    ],
    ['threatActorIpAddresses.0.ipAddress', { threatActorIpAddresses: [{ ipAddress: '::1' }] }],
    ['threatActorIpAddresses.0.ipAddress', { threatActorIpAddresses: [{ ipAddress: '256.1.1.1' }] }],
    [
      'threatActorIpAddresses.0.ipAddress',
      { threatActorIpAddresses: [{ ipAddress: '2001:db8:0:0:0:0:0:1' }] },
    ],
    [
      'threatActorIpAddresses.0.userAgent',
      { threatActorIpAddresses: [{ ipAddress: '192.0.2.1', userAgent: 'x'.repeat(501) }] },
    ],
    ['impactedServices', { impactedServices: Array.from({ length: 601 }, () => 'EC2') }],
    ['impactedServices.0', { impactedServices: ['x'] }],
    ['impactedServices.0', { impactedServices: ['EC2_Spot'] }],
    ['impactedServices.0', { impactedServices: ['x'.repeat(51)] }],
    [
      'impactedAwsRegions',
      { impactedAwsRegions: Array.from({ length: 51 }, () => ({ region: 'eu-west-1' })) },
    ],
    ['impactedAwsRegions.0.region', { impactedAwsRegions: [{ region: 'mars-north-1' }] }],
    ['tags', { tags: Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`k${index}`, 'v'])) }],
    ['tags.Team', { tags: { Team: 'x'.repeat(257) } }],
  ])('rejects an invalid %s', async (field, members) => {
    expect(await rejectedFields('/v1/create-case', { ...VALID, ...members })).toEqual([field]);
  });

  test('requires seven members', async () => {
    expect((await rejectedFields('/v1/create-case', {})).sort()).toEqual(Object.keys(VALID).sort());
    const { total } = await cases.clients.securityIr.send(new ListCasesCommand({}));
    expect(total).toBe(5);
  });

  test('accepts input at the limits', async () => {
    const { caseId } = await create({
      clientToken: 'x'.repeat(255),
      title: 'x'.repeat(300),
      description: 'x'.repeat(8000),
      impactedAccounts: Array.from({ length: 200 }, (_, index) => String(100_000_000_000 + index)),
      watchers: Array.from({ length: 30 }, (_, index) => ({ email: `w${index}@b.cd` })),
      threatActorIpAddresses: [{ ipAddress: '0:0:0:0:0:FFFF:192.0.2.1', userAgent: 'x'.repeat(500) }],
    });
    expect(caseId).toMatch(/^\d{10}$/);
  });
});
