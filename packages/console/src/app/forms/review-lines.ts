/** Lines of a confirmation, without those for empty values. */
import type { ReviewLine } from './form-spec';
import type { TagRow } from './form-values';

export function linesOf(
  labels: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>,
): ReviewLine[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const text = typeof value === 'object' ? value.join('\n') : value;
    return text === undefined || text === '' ? [] : [{ label: labels[field] ?? field, value: text }];
  });
}

export const tagTexts = (tags: readonly TagRow[] | undefined): string[] | undefined =>
  tags?.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`));
