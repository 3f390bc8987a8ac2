/** The fields of a resource as a list of terms. A field that could not be read says so: it is not shown as missing. */
import { Code, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Missing } from '../components/time';
import type { ResponseError } from '../relay/gateway-error';
import classes from './details.module.css';
import { Section } from './section';

export interface Detail {
  /** The field of the API; a dot precedes a part of it. */
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

export function Details({ title, ...list }: Props): ReactNode {
  return (
    <Section title={title}>
      <DetailList {...list} />
    </Section>
  );
}

/** The list inside of another section. */
export function DetailList({ details, fieldErrors }: Omit<Props, 'title'>): ReactNode {
  const messages = new Map(fieldErrors.map(({ path = [], message }) => [String(path[1]), message]));
  return (
    <dl className={classes.list}>
      {details.map(({ field, label, value }) => {
        const message = messages.get(field.split('.', 1)[0] ?? field);
        return (
          <div key={field} className={classes.row}>
            <dt>{label}</dt>
            <dd>
              {message === undefined ? (
                <Value value={value} />
              ) : (
                <Text span inherit className={classes.failed}>
                  Could not be read: {message}
                </Text>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
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

/** Texts of AWS, one below another. */
export function TextLines({ lines }: { readonly lines: readonly string[] | null | undefined }): ReactNode {
  if (lines == null || lines.length === 0) return <Missing />;
  return (
    <ul className={classes.lines}>
      {lines.map((line, index) => (
        <li key={`${index} ${line}`}>{line}</li>
      ))}
    </ul>
  );
}

interface TagsProps {
  readonly tags: readonly { readonly key: string; readonly value: string }[] | null | undefined;
}

export function Tags({ tags }: TagsProps): ReactNode {
  return <ValueList values={tags?.map(({ key, value }) => (value === '' ? key : `${key}: ${value}`))} />;
}
