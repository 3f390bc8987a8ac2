/** A message instead of content: nothing there, failed, denied. Each kind looks different, so that none is taken for another. */
import { Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './screen.module.css';

export type ScreenKind = 'empty' | 'failed' | 'denied';

interface Props {
  readonly kind: ScreenKind;
  readonly icon: ReactNode;
  readonly title: string;
  /** The level of the heading: 1 when the page has no other content, 3 in a section of a page, where the screen is smaller. */
  readonly level?: 1 | 2 | 3;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

export function Screen({ kind, icon, title, level = 2, children, action }: Props): ReactNode {
  return (
    <section
      className={classes.screen}
      data-screen={kind}
      data-level={level}
      role={kind === 'empty' ? undefined : 'alert'}
    >
      <div className={classes.icon}>{icon}</div>
      <Title order={level} size={level === 3 ? 'h5' : 'h3'}>
        {title}
      </Title>
      <div className={classes.text}>{children}</div>
      {action}
    </section>
  );
}
