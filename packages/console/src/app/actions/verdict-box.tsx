/** A verdict: its title with the sign of its tone, and its texts. */
import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CheckIcon, WarningIcon } from '../components/icons';
import classes from './actions.module.css';
import type { Verdict } from './outcome';

interface Props {
  readonly verdict: Pick<Verdict, 'tone' | 'title' | 'texts'>;
  readonly isBusy: boolean;
}

export function VerdictBox({ verdict: { tone, title, texts }, isBusy }: Props): ReactNode {
  return (
    <div className={classes.verdict} data-tone={tone} aria-busy={isBusy}>
      {tone === 'success' ? <CheckIcon /> : tone === 'neutral' ? null : <WarningIcon />}
      <div className={classes.words}>
        <Text fw={tone === 'neutral' ? 400 : 600} size="sm">
          {title}
        </Text>
        {texts.map((text) => (
          <Text key={text} size="sm">
            {text}
          </Text>
        ))}
      </div>
    </div>
  );
}
