// An emulator with five cases and a frozen clock, and functions that read and change one case.
import {
  GetCaseCommand,
  ListCaseEditsCommand,
  UpdateCaseCommand,
  type CaseEditItem,
  type UpdateCaseRequest,
} from '@aws-sdk/client-security-ir';
import { authorization, raw } from './clients';
import { NO_RESOURCES, useEmulator, type UsedEmulator } from './emulator';

export const ID = '1234567890';
export const NOW = '2026-11-21T10:00:00Z';

/** The headers that AWS's samples send with an upload, besides Content-Length. */
export const UPLOAD_HEADERS = { 'content-type': 'application/octet-stream', 'if-none-match': '*' };

export class Cases {
  constructor(
    readonly emulator: UsedEmulator['emulator'],
    readonly clients: UsedEmulator['clients'],
  ) {}

  /** Creates or changes the case with the id ID. */
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

  /** Sends a request that must be rejected. Returns the names of its invalid fields. */
  readonly rejectedFields = async (path: string, body: object): Promise<string[]> => {
    const headers = { authorization: authorization('security-ir') };
    const reply = await raw(this.emulator.url, 'POST', path, headers, JSON.stringify(body));
    expect(reply.status).toBe(400);
    expect(reply.headers.get('x-amzn-errortype')).toBe('ValidationException');
    expect(reply.body).toMatchObject({ reason: 'FIELD_VALIDATION_FAILED' });
    const { fieldList } = reply.body as { fieldList: { name: string }[] };
    return [...new Set(fieldList.map(({ name }) => name))];
  };
}

/** An emulator with five cases for a suite, with its clock frozen at NOW. */
export function useCases(): Cases {
  const { emulator, clients } = useEmulator({ sizes: { ...NO_RESOURCES, cases: 5 }, frozenAt: NOW });
  return new Cases(emulator, clients);
}
