/** The parts a case is made of, shared by reading, creating and updating it. */
import type { AwsRegion } from '../enums';

/** A person who is kept informed about a case by e-mail. */
export interface Watcher {
  /** E-mail address, 6 to 254 characters. Sensitive. */
  email: string | undefined;
  /** Name, at most 50 characters. Sensitive. */
  name?: string | undefined;
  /** Job title, 1 to 50 characters. Sensitive. */
  jobTitle?: string | undefined;
}

/** An address, and optionally the user agent, that the threat actor was seen with. */
export interface ThreatActorIp {
  /** IPv4, or IPv6 uncompressed in upper-case hex. Sensitive. */
  ipAddress: string | undefined;
  /** 1 to 500 characters. */
  userAgent?: string | undefined;
}

/** A region touched by the incident. */
export interface ImpactedAwsRegion {
  /** Region. */
  region: AwsRegion | undefined;
}

/** A free key and value on a case. */
export interface CaseMetadataEntry {
  /** 1 to 500 characters. */
  key: string | undefined;
  /** 1 to 2000 characters. */
  value: string | undefined;
}
