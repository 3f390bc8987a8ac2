/** The fields of a resource as a list of terms. A field that could not be read says so: it is not shown as missing. */
import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Missing } from '../components/time';
import type { ResponseError } from '../relay/gateway-error';
import classes from './details.module.css';

export interface Detail {
  /** The field of the API. */
  readonly field: string;
  readonly label: string;
  /** A string is shown as it is; null is shown as missing. */
  readonly value: ReactNode;
}

interface Props {
  readonly title: string;
  readonly details: readonly Detail[];
  /** Errors of fields of `node`. */
  readonly fieldErrors: readonly ResponseError[];
}

export function Details({ title, details, fieldErrors }: Props): ReactNode {
  const messages = new Map(fieldErrors.map(({ path = [], message }) => [String(path[1]), message]));
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      <dl className={classes.list}>
        {details.map(({ field, label, value }) => (
          <div key={field} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              {messages.has(field) ? (
                <Text span inherit className={classes.failed}>
                  Could not be read: {messages.get(field)}
                </Text>
              ) : (
                <Value value={value} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Value({ value }: { readonly value: ReactNode }): ReactNode {
  return value == null || value === '' ? <Missing /> : value;
}

/** Values such as ids, one below another. */
export function ValueList({ values }: { readonly values: readonly string[] | null | undefined }): ReactNode {
  if (values == null || values.length === 0) return <Missing />;
  return (
    <ul className={classes.values}>
      {values.map((value) => (
        <li key={value}>
          <Code>{value}</Code>
        </li>
      ))}
    </ul>
  );
}

/** Sentences or names, one below another. */
export function TextList({ texts }: { readonly texts: readonly string[] | null | undefined }): ReactNode {
  if (texts == null || texts.length === 0) return <Missing />;
  return texts.join('\n');
}

interface TagsProps {
  readonly tags: readonly { readonly key: string; readonly value: string }[] | null | undefined;
}

export function Tags({ tags }: TagsProps): ReactNode {
  return <ValueList values={tags?.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`))} />;
}
