/** The emulated services, by signing name. The control endpoints accept these names. */
import type { Kernel } from '../kernel/operation';
import { createService, type Service } from '../kernel/service';
import { MACIE2 } from '../macie2/service';
import { SECURITY_IR } from '../security-ir/service';
import { STS } from '../sts/service';
import { WORKMAIL } from '../workmail/service';

export const SERVICES = {
  macie2: (kernel) => createService(MACIE2, kernel),
  workmail: (kernel) => createService(WORKMAIL, kernel),
  'security-ir': (kernel) => createService(SECURITY_IR, kernel),
  sts: (kernel) => createService(STS, kernel),
} satisfies Readonly<Record<string, (kernel: Kernel) => Service>>;
