/** The tags of a resource as rows of a form. */
import type { ReactNode } from 'react';
import { TextField } from './fields';
import { RowsField } from './rows-field';

/** The labels of the fields. */
export const TAG_LABELS = { tags: 'Tags', 'tags.*.key': 'Key', 'tags.*.value': 'Value' } as const;

/** @param max the maximum number of tags */
export function TagsRows({ max }: { readonly max: number }): ReactNode {
  return (
    <RowsField
      path="tags"
      noun="tag"
      newRow={{ key: '', value: '' }}
      hint={`Up to ${max}. Keys have up to 128 characters, values up to 256. Keys that begin with aws: are reserved.`}
    >
      {(path) => (
        <>
          <TextField path={`${path}.key`} isRequired />
          <TextField path={`${path}.value`} />
        </>
      )}
    </RowsField>
  );
}
