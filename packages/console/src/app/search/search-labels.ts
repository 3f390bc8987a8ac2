/** The words of the search. */
import type { SearchHitField } from './__generated__/searchResultsQuery.graphql';

/** What matched, in front of the matched text. */
export const FIELD_LABELS: Readonly<Record<SearchHitField, string>> = {
  ACCOUNT_ID: 'Account id',
  ARN: 'ARN',
  BUCKET_NAME: 'Bucket',
  EMAIL: 'Email address',
  ENTITY_ID: 'Mailbox',
  ID: 'Id',
  NAME: 'Name',
  TITLE: 'Title',
};
