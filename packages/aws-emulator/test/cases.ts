// An emulator with a few cases for suites on cases, its clock standing still, and what such suites do.
import {
  GetCaseCommand,
  ListCaseEditsCommand,
  UpdateCaseCommand,
  type CaseEditItem,
  type UpdateCaseRequest,
} from '@aws-sdk/client-security-ir';
import { startTestEmulator, type TestEmulator } from '../../../test/support/emulator';
import { authorization, raw, sdkClients, type Clients } from './clients';

export const ID = '1234567890';
export const NOW = '2026-11-21T10:00:00Z';

export class Cases {
  emulator!: TestEmulator;
  clients!: Clients;

  /** Makes the case ID what the test needs. */
  readonly put = async (set: object): Promise<void> => {
    const members = { title: 'A case', caseStatus: 'Submitted', resolverType: 'Self', ...set };
    const request = { service: 'security-ir', resource: 'case', id: ID, set: members };
    await this.emulator.control('POST', '/put', request);
  };

  readonly getCase = (caseId = ID) => this.clients.securityIr.send(new GetCaseCommand({ caseId }));

  readonly update = (members: Partial<UpdateCaseRequest>) =>
    this.clients.securityIr.send(new UpdateCaseCommand({ caseId: ID, ...members }));

  readonly edits = async (caseId = ID, maxResults = 25): Promise<CaseEditItem[]> => {
    const items: CaseEditItem[] = [];
    let nextToken: string | undefined;
    do {
      const command = new ListCaseEditsCommand({ caseId, maxResults, nextToken });
      const page = await this.clients.securityIr.send(command);
      items.push(...(page.items ?? []));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    return items;
  };

  /** The fields that a request with this body is refused for. */
  readonly refusedFields = async (path: string, body: object): Promise<string[]> => {
    const headers = { authorization: authorization('security-ir') };
    const reply = await raw(this.emulator.url, 'POST', path, headers, JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED' });
    const { fieldList } = reply.body as { fieldList: { name: string }[] };
    return [...new Set(fieldList.map(({ name }) => name))];
  };
}

/** Starts the emulator before the tests of a file, makes it new before each of them, and closes it in the end. */
export function useCases(): Cases {
  const cases = new Cases();
  beforeAll(async () => {
    cases.emulator = await startTestEmulator();
    cases.clients = sdkClients(cases.emulator.url);
  });
  beforeEach(async () => {
    await cases.emulator.control('POST', '/reset', { now: NOW, sizes: { cases: 5 } });
    await cases.emulator.control('POST', '/clock', { frozen: true, set: NOW });
  });
  afterAll(async () => {
    cases.clients.destroy();
    await cases.emulator.close();
  });
  return cases;
}
