/** Addresses of resources in the AWS console. */
import type { ResourceRef } from './resources';

/** The console of each partition by the prefix of its regions, the longest prefix first; undefined for a partition without a public console. */
const CONSOLES: readonly (readonly [regions: string, domain: string | undefined])[] = [
  ['cn-', 'console.amazonaws.cn'],
  ['us-gov-', 'console.amazonaws-us-gov.com'],
  ['us-iso', undefined],
  ['eu-iso', undefined],
  ['eusc-', undefined],
  ['', 'console.aws.amazon.com'],
];

/**
 * Returns the address of the resource in the AWS console; undefined where the console has no page for it, and in
 * partitions whose console is not public. The Security Incident Response console has no documented address of one case.
 */
export function consoleUrlOf(ref: ResourceRef, region: string): string | undefined {
  const page = pageOf(ref);
  const domain = CONSOLES.find(([regions]) => region.startsWith(regions))?.[1];
  if (page === undefined || domain === undefined) return undefined;
  const { service, fragment } = page;
  return `https://${domain}/${service}/home?region=${region}${fragment}`;
}

function pageOf(ref: ResourceRef): { readonly service: string; readonly fragment: string } | undefined {
  switch (ref.kind) {
    case 'ClassificationJob':
      return { service: 'macie', fragment: `#jobs?itemId=${encodeURIComponent(ref.jobId)}` };
    case 'SecurityCase':
      return { service: 'security-ir', fragment: '' };
    case 'MacieMember':
    case 'MailboxExportJob':
      return undefined;
  }
}
