// A gateway without a server, and an emulator whose accounts are healthy, partly forbidden, and full of unreadable members.
import pino from 'pino';
import { openGateway, type Gateway } from '../../../src/app/gateway';
import type { Context } from '../../../src/graphql/context';
import { ANONYMOUS, type Principal, type Scope } from '../../../src/domain/principal';
import { newRecord } from '../../../src/observability/requests/request-record';
import { startTestEmulator, type TestEmulator } from '../../support/emulator';
import { LONG_TIMEOUTS, testConfig } from '../../support/gateway';
import { HOME, PARTNER, WEST } from '../../support/several-targets';

export interface Worlds {
  readonly gateway: Gateway;
  readonly emulator: TestEmulator;
  createContext(principal: Principal): Context;
  close(): Promise<void>;
}

const principal = (name: string, ...scopes: Scope[]): Principal => ({
  ...ANONYMOUS,
  name,
  scopes: new Set(scopes),
});

export const PRINCIPALS = [
  ANONYMOUS,
  principal('macie', 'macie:read'),
  principal('cases', 'security-ir:read', 'audit:read'),
  principal('mail', 'workmail:read'),
  { ...ANONYMOUS, name: 'home', targets: new Set(['home']) },
  principal('nobody'),
] as const satisfies readonly Principal[];

const FORBIDDEN = [
  'DescribeClassificationJob',
  'GetMember',
  'ListMailboxExportJobs',
  'GetCase',
  'ListComments',
];

/** Answers with members that the gateway cannot read. */
const UNREADABLE = {
  macie2: {
    ListClassificationJobs: {
      items: [
        { jobId: 'a'.repeat(32), name: 5, jobStatus: 'RUNNING', jobType: 'ODD', createdAt: 'yesterday' },
        {
          jobId: 'b'.repeat(32),
          name: 'b',
          jobStatus: 'ODD',
          jobType: 'ONE_TIME',
          createdAt: '2026-01-01T00:00:00Z',
        },
        {
          jobId: 'c'.repeat(32),
          name: [],
          bucketDefinitions: 'odd',
          lastRunErrorStatus: 7,
          jobStatus: 'IDLE',
        },
      ],
    },
    DescribeClassificationJob: {
      jobId: 'a'.repeat(32),
      name: 'a',
      jobStatus: 'IDLE',
      createdAt: {},
      statistics: 'odd',
      tags: 1,
    },
    ListMembers: {
      members: [{ accountId: '123456789012', email: 7, relationshipStatus: 'ODD', updatedAt: [] }],
    },
  },
  'security-ir': {
    ListCases: {
      items: [{ caseId: '1234567890', title: 1, lastUpdatedDate: 'odd', createdDate: [], caseStatus: 'ODD' }],
      total: 1,
    },
    GetCase: {
      title: 'case',
      description: 5,
      caseStatus: 'Submitted',
      watchers: 'odd',
      impactedAccounts: [1],
    },
  },
} as const;

export async function openWorlds(): Promise<Worlds> {
  const emulator = await startTestEmulator({ sizes: { jobs: 5, members: 4, exportJobs: 3, cases: 4 } });
  const logger = pino({ level: 'silent' });
  const gateway = await openGateway(
    testConfig({ targets: [HOME, PARTNER, WEST] }),
    { mode: 'emulator', endpoint: emulator.url, limits: { ...LONG_TIMEOUTS, failureThreshold: Infinity } },
    logger,
  );
  for (const operation of FORBIDDEN) {
    await emulator.control('POST', '/faults', {
      service: serviceOf(operation),
      operation,
      account: PARTNER.account,
      error: { type: 'AccessDeniedException', status: 403 },
    });
  }
  for (const [service, answers] of Object.entries(UNREADABLE)) {
    for (const [operation, members] of Object.entries(answers)) {
      const body = JSON.stringify(members);
      await emulator.control('POST', '/faults', {
        service,
        operation,
        account: WEST.account,
        answer: { body },
      });
    }
  }
  return {
    gateway,
    emulator,
    createContext: (caller) =>
      gateway.createContext(new AbortController().signal, {
        principal: caller,
        headers: {},
        address: '127.0.0.1',
        record: newRecord('request', logger),
      }),
    close: async () => {
      await gateway.close();
      await emulator.close();
    },
  };
}

function serviceOf(operation: string): string {
  if (operation.includes('Mailbox')) return 'workmail';
  return /Case|Comment/.test(operation) ? 'security-ir' : 'macie2';
}
