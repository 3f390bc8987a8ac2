/** The screen of a list that is being read: its shape, and after a moment the reason for the wait. */
import { Skeleton, Text } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import classes from './list-page.module.css';

const SLOW_MS = 2_000;
const ROWS = 8;

/** @param noun such as "classification jobs" */
export function ListSkeleton({ noun }: { readonly noun: string }): ReactNode {
  const [isSlow, setIsSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsSlow(true);
    }, SLOW_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <div className={classes.skeleton} aria-busy="true" data-screen="loading">
      <Text size="sm" c="dimmed" role="status">
        {isSlow ? `Still loading the ${noun}: AWS takes longer than usual.` : `Loading the ${noun}…`}
      </Text>
      <div className={classes.skeletonRows} aria-hidden="true">
        {Array.from({ length: ROWS }, (_, index) => (
          <Skeleton key={index} height={20} width={`${92 - ((index * 17) % 45)}%`} />
        ))}
      </div>
    </div>
  );
}
