/** The tags of a resource as rows of a form. */
import type { ReactNode } from 'react';
import { TextField } from './fields';
import { tagRule } from './limits';
import { limitText } from './rules';
import { RowsField, type RowsFieldProps } from './rows-field';

/** The labels of the fields. */
export const TAG_LABELS = { tags: 'Tags', 'tags.*.key': 'Key', 'tags.*.value': 'Value' } as const;

interface Props extends Pick<RowsFieldProps, 'hidesLabel'> {
  /** The maximum number of tags. */
  readonly max: number;
}

export function TagsRows({ max, hidesLabel }: Props): ReactNode {
  const rule = tagRule(max);
  const limit = (path: string) => limitText(rule, path);
  return (
    <RowsField
      path="tags"
      noun="tag"
      hidesLabel={hidesLabel}
      newRow={{ key: '', value: '' }}
      hint={`${limit('tags')} Keys: ${limit('tags.*.key')} Values: ${limit('tags.*.value')} Keys that begin with aws: are reserved.`}
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
