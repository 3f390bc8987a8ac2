// The facts of every service. The coverage page lists each member with its place in the schema.
import type { ServiceName } from '../../../src/domain/services';
import { MACIE } from './macie2';
import { SECURITY_IR } from './security-ir';
import type { ServiceFacts } from './service-facts';
import { WORKMAIL } from './workmail';

export const FACTS: Readonly<Record<ServiceName, ServiceFacts>> = {
  macie2: MACIE,
  workmail: WORKMAIL,
  'security-ir': SECURITY_IR,
};
