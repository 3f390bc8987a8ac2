/** Structures of a case that GetCase, CreateCase and UpdateCase share. */
import type { AwsRegion } from './enums';

/** A person who receives email notifications about a case. */
export interface Watcher {
  /** Email address, 6 to 254 characters. Sensitive. */
  email: string | undefined;
  /** Name, at most 50 characters. Sensitive. */
  name?: string | undefined;
  /** Job title, 1 to 50 characters. Sensitive. */
  jobTitle?: string | undefined;
}

/** The IP address, and optionally the user agent, of a threat actor. */
export interface ThreatActorIp {
  /** IPv4, or uncompressed IPv6 with uppercase hexadecimal digits. Sensitive. */
  ipAddress: string | undefined;
  /** 1 to 500 characters. */
  userAgent?: string | undefined;
}

/** A region that the incident affects. */
export interface ImpactedAwsRegion {
  /** Region. */
  region: AwsRegion | undefined;
}

/** A key and value that the customer adds to a case. */
export interface CaseMetadataEntry {
  /** 1 to 500 characters. */
  key: string | undefined;
  /** 1 to 2000 characters. */
  value: string | undefined;
}
