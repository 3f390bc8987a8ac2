// Security Incident Response: UpdateCase, and changes of closed cases.
import {
  CloseCaseCommand,
  UpdateResolverTypeCommand,
  type UpdateCaseRequest,
} from '@aws-sdk/client-security-ir';
import { ID, NOW, useCases } from './support/cases';
import { ACCOUNT, authorization, raw, rejection } from './support/clients';

const cases = useCases();
const { put, getCase, update, edits, rejectedFields } = cases;

describe('UpdateCase', () => {
  const WATCHER = { email: 'soc@example.com', name: 'SOC' };

  test('replaces members, and adds and deletes list entries', async () => {
    await put({
      watchers: [WATCHER, { email: 'ciso@example.com' }],
      threatActorIpAddresses: [{ ipAddress: '192.0.2.1' }, { ipAddress: '192.0.2.2' }],
      impactedServices: ['AWS IAM', 'AWS KMS'],
      impactedAwsRegions: [{ region: 'eu-west-1' }, { region: 'us-east-1' }],
      impactedAccounts: [ACCOUNT, '444455556666'],
      caseMetadata: [{ key: 'ticket', value: 'SEC-1' }],
    });
    await cases.emulator.control('POST', '/clock', { advanceSeconds: 60 });
    const { $metadata, ...output } = await update({
      title: 'A new title',
      description: 'A new description',
      reportedIncidentStartDate: new Date('2026-11-01T00:00:00Z'),
      actualIncidentStartDate: new Date('2026-10-31T00:00:00.500Z'),
      engagementType: 'Investigation',
      watchersToAdd: [{ email: 'audit@example.com', jobTitle: 'Auditor' }],
      watchersToDelete: [{ email: 'ciso@example.com' }],
      threatActorIpAddressesToAdd: [{ ipAddress: '192.0.2.3', userAgent: 'curl/8' }],
      threatActorIpAddressesToDelete: [{ ipAddress: '192.0.2.1' }],
      impactedServicesToAdd: ['Amazon S3'],
      impactedServicesToDelete: ['AWS IAM'],
      impactedAwsRegionsToAdd: [{ region: 'eu-north-1' }],
      impactedAwsRegionsToDelete: [{ region: 'us-east-1' }],
      impactedAccountsToAdd: ['777788889999'],
      impactedAccountsToDelete: [ACCOUNT],
      caseMetadata: [{ key: 'severity', value: 'high' }],
    });
    expect([$metadata.httpStatusCode, output]).toEqual([200, {}]);
    expect(await getCase()).toMatchObject({
      title: 'A new title',
      description: 'A new description',
      reportedIncidentStartDate: new Date('2026-11-01T00:00:00Z'),
      actualIncidentStartDate: new Date('2026-10-31T00:00:00.500Z'),
      engagementType: 'Investigation',
      watchers: [WATCHER, { email: 'audit@example.com', jobTitle: 'Auditor' }],
      threatActorIpAddresses: [{ ipAddress: '192.0.2.2' }, { ipAddress: '192.0.2.3', userAgent: 'curl/8' }],
      impactedServices: ['AWS KMS', 'Amazon S3'],
      impactedAwsRegions: [{ region: 'eu-west-1' }, { region: 'eu-north-1' }],
      impactedAccounts: ['444455556666', '777788889999'],
      caseMetadata: [{ key: 'severity', value: 'high' }],
      createdDate: new Date(NOW),
      lastUpdatedDate: new Date('2026-11-21T10:01:00Z'),
      caseStatus: 'Submitted',
    });
    const [edit] = await edits();
    expect(edit).toMatchObject({
      eventTimestamp: new Date('2026-11-21T10:01:00Z'),
      principal: ACCOUNT,
      action: 'Case Updated',
    });
    expect(edit?.message).toContain('title, description, ');
  });

  test('changes nothing and adds no edit if entries to add exist and entries to delete do not', async () => {
    await put({ watchers: [WATCHER], impactedAccounts: [ACCOUNT] });
    await cases.emulator.control('POST', '/clock', { advanceSeconds: 60 });
    await update({
      title: 'A case',
      watchersToAdd: [WATCHER],
      watchersToDelete: [{ email: 'nobody@example.com' }],
      impactedAccountsToAdd: [ACCOUNT],
      impactedAccountsToDelete: ['999999999999'],
    });
    await update({});
    expect(await getCase()).toMatchObject({ watchers: [WATCHER], lastUpdatedDate: new Date(NOW) });
    expect(await edits()).toEqual([]);
  });

  test('replaces a watcher with the same address, and keeps an entry that it both deletes and adds', async () => {
    await put({ watchers: [WATCHER], impactedServices: ['AWS IAM'] });
    await update({
      watchersToAdd: [{ email: WATCHER.email, name: 'Night shift' }],
      impactedServicesToAdd: ['AWS IAM'],
      impactedServicesToDelete: ['AWS IAM'],
    });
    expect(await getCase()).toMatchObject({
      watchers: [{ email: WATCHER.email, name: 'Night shift' }],
      impactedServices: ['AWS IAM'],
    });
  });

  test.each<[string, object, Partial<UpdateCaseRequest>]>([
    [
      'watchersToAdd',
      { watchers: Array.from({ length: 30 }, (_, index) => ({ email: `w${index}@example.com` })) },
      { watchersToAdd: [WATCHER] },
    ],
    [
      'threatActorIpAddressesToAdd',
      {
        threatActorIpAddresses: Array.from({ length: 200 }, (_, index) => ({
          ipAddress: `192.0.2.${index}`,
        })),
      },
      { threatActorIpAddressesToAdd: [{ ipAddress: '203.0.113.1' }] },
    ],
    [
      'impactedServicesToAdd',
      { impactedServices: Array.from({ length: 600 }, (_, index) => `service ${index}`) },
      { impactedServicesToAdd: ['AWS IAM'] },
    ],
    [
      'impactedAwsRegionsToAdd',
      { impactedAwsRegions: Array.from({ length: 50 }, (_, index) => ({ region: `region-${index}` })) },
      { impactedAwsRegionsToAdd: [{ region: 'eu-west-1' }] },
    ],
    [
      'impactedAccountsToAdd',
      { impactedAccounts: Array.from({ length: 200 }, (_, index) => String(100_000_000_000 + index)) },
      { impactedAccountsToAdd: [ACCOUNT] },
    ],
  ])('rejects %s and changes nothing if the list is full', async (field, set, members) => {
    await put(set);
    const error = await rejection(update({ title: 'Not this', ...members }));
    expect(error).toMatchObject({
      name: 'ValidationException',
      reason: 'FIELD_VALIDATION_FAILED',
      fieldList: [{ name: field }],
    });
    expect(await getCase()).toMatchObject({ title: 'A case', ...set });
  });

  test.each<[field: string, members: object]>([
    ['title', { title: '' }],
    ['description', { description: 'x'.repeat(8001) }],
    ['engagementType', { engagementType: 'Drill' }],
    ['watchersToAdd.0.email', { watchersToAdd: [{ email: 'nobody' }] }],
    ['watchersToDelete', { watchersToDelete: Array.from({ length: 31 }, () => WATCHER) }],
    ['threatActorIpAddressesToAdd.0.ipAddress', { threatActorIpAddressesToAdd: [{ ipAddress: '1.2.3' }] }],
    ['impactedServicesToDelete.0', { impactedServicesToDelete: [''] }],
    ['impactedAwsRegionsToAdd.0.region', { impactedAwsRegionsToAdd: [{ region: 'us-gov-west-1' }] }],
    ['impactedAccountsToAdd.0', { impactedAccountsToAdd: ['x'] }],
    ['caseMetadata', { caseMetadata: [] }],
    ['caseMetadata', { caseMetadata: Array.from({ length: 31 }, () => ({ key: 'k', value: 'v' })) }],
    ['caseMetadata.0.key', { caseMetadata: [{ key: '', value: 'v' }] }],
    ['caseMetadata.0.key', { caseMetadata: [{ key: 'x'.repeat(501), value: 'v' }] }],
    ['caseMetadata.0.value', { caseMetadata: [{ key: 'k', value: '' }] }],
    ['caseMetadata.0.value', { caseMetadata: [{ key: 'k', value: 'x'.repeat(2001) }] }],
  ])('rejects an invalid %s', async (field, members) => {
    await put({});
    expect(await rejectedFields(`/v1/cases/${ID}/update-case`, members)).toEqual([field]);
  });

  test('rejects a timestamp that is not a number', async () => {
    const headers = { authorization: authorization('security-ir') };
    const body = '{"reportedIncidentStartDate":"2026-11-21T10:00:00Z"}';
    const reply = await raw(cases.emulator.url, 'POST', `/v1/cases/${ID}/update-case`, headers, body);
    expect(reply.body).toMatchObject({ reason: 'CANNOT_PARSE' });
  });

  test('returns ResourceNotFoundException for an unknown case', async () => {
    expect(await rejection(update({ title: 'A case' }))).toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('a closed case', () => {
  test('rejects changes', async () => {
    await put({ caseStatus: 'Closed' });
    for (const change of [
      () => update({ title: 'Too late' }),
      () => cases.clients.securityIr.send(new UpdateResolverTypeCommand({ caseId: ID, resolverType: 'AWS' })),
    ]) {
      expect(await rejection(change())).toMatchObject({
        name: 'ConflictException',
        resourceId: ID,
        resourceType: 'case',
      });
    }
    expect(await getCase()).toMatchObject({ title: 'A case', resolverType: 'Self' });
    expect(await edits()).toEqual([]);
  });

  test('accepts changes with closedCaseAcceptsUpdates, and stays closed', async () => {
    await cases.emulator.control('POST', '/settings', { closedCaseAcceptsUpdates: true });
    await put({ caseStatus: 'Closed' });
    await update({ title: 'An afterthought' });
    const response = await cases.clients.securityIr.send(
      new UpdateResolverTypeCommand({ caseId: ID, resolverType: 'AWS' }),
    );
    expect(response).toMatchObject({ caseStatus: 'Closed', resolverType: 'AWS' });
    expect(await getCase()).toMatchObject({ title: 'An afterthought', caseStatus: 'Closed' });
    expect(
      await rejection(cases.clients.securityIr.send(new CloseCaseCommand({ caseId: ID }))),
    ).toMatchObject({
      name: 'ConflictException',
    });
  });
});

describe('UpdateResolverType', () => {
  test('accepts the current resolver type with acceptSameStatus, and adds no edit', async () => {
    await cases.emulator.control('POST', '/settings', { acceptSameStatus: true });
    await put({ resolverType: 'AWS' });
    const same = new UpdateResolverTypeCommand({ caseId: ID, resolverType: 'AWS' });
    expect(await cases.clients.securityIr.send(same)).toMatchObject({ resolverType: 'AWS' });
    const back = new UpdateResolverTypeCommand({ caseId: ID, resolverType: 'Self' });
    expect(await rejection(cases.clients.securityIr.send(back))).toMatchObject({ name: 'ConflictException' });
    expect(await edits()).toEqual([]);
  });
});
