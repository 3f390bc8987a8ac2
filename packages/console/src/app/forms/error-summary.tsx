/** The summary of the mistakes in a form, with a link to each field that has one, and of a failed attempt. */
import { Anchor } from '@mantine/core';
import type { Ref, ReactNode } from 'react';
import type { Verdict } from '../actions/outcome';
import { fullLabel } from './form-spec';
import classes from './forms.module.css';

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly errors: Readonly<Record<string, ReactNode>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly verdict: Verdict | undefined;
  readonly focusField: (path: string) => void;
}

export function ErrorSummary({ ref, errors, labels, verdict, focusField }: Props): ReactNode {
  const order = Object.keys(labels);
  const rank = ([path]: [string, ReactNode]) => {
    const [head = ''] = path.split('.');
    return order.findIndex((key) => key.split('.')[0] === head);
  };
  const entries = Object.entries(errors)
    .filter(([, message]) => message != null)
    .sort((one, other) => rank(one) - rank(other));
  if (entries.length === 0 && verdict === undefined) return null;
  return (
    <div ref={ref} role="alert" tabIndex={-1} className={classes.summary}>
      <h2>{verdict?.title ?? 'The form has mistakes. Nothing was sent.'}</h2>
      {verdict?.texts.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {entries.length > 0 && (
        <ul>
          {entries.map(([path, message]) => (
            <li key={path}>
              <Anchor
                component="button"
                type="button"
                inherit
                ta="left"
                onClick={() => {
                  focusField(path);
                }}
              >
                {fullLabel(labels, path)}
              </Anchor>
              : {message}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
