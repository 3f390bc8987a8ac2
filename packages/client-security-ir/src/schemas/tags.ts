/** Schemas of models/tags.ts, and of the operations on them. */
import { STRING, STRING_MAP, label, list, operation, query, structure } from './shapes';

export const TagResourceInput$ = structure('TagResourceInput', { resourceArn: label, tags: STRING_MAP });

export const TagResourceOutput$ = structure('TagResourceOutput', {});

export const UntagResourceInput$ = structure('UntagResourceInput', {
  resourceArn: label,
  tagKeys: query('tagKeys', list('TagKeys', STRING)),
});

export const UntagResourceOutput$ = structure('UntagResourceOutput', {});

export const ListTagsForResourceInput$ = structure('ListTagsForResourceInput', { resourceArn: label });

export const ListTagsForResourceOutput$ = structure('ListTagsForResourceOutput', { tags: STRING_MAP });

export const TagResource$ = operation(
  'TagResource',
  ['POST', '/v1/tags/{resourceArn}', 204],
  TagResourceInput$,
  TagResourceOutput$,
);

export const UntagResource$ = operation(
  'UntagResource',
  ['DELETE', '/v1/tags/{resourceArn}', 200],
  UntagResourceInput$,
  UntagResourceOutput$,
);

export const ListTagsForResource$ = operation(
  'ListTagsForResource',
  ['GET', '/v1/tags/{resourceArn}', 200],
  ListTagsForResourceInput$,
  ListTagsForResourceOutput$,
);
