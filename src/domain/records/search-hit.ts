/** Records of search hits: the resources that a search found, each with the value that matched. */
import type { ResourceRecord } from './resource-record';

/** What a search compares with its text. */
export type SearchHitField =
  'ID' | 'ARN' | 'ACCOUNT_ID' | 'NAME' | 'TITLE' | 'EMAIL' | 'BUCKET_NAME' | 'ENTITY_ID';

export interface SearchHitRecord {
  /** Holds no loaders, so that the gateway can keep the hit for later pages. */
  readonly resource: ResourceRecord;
  readonly matchedField: SearchHitField;
  readonly matchedText: string;
  /** The text by which hits are sorted: the rank of the match, the kind and the name of the resource. */
  readonly place: string;
}
