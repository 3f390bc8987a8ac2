/** A part of the page of a resource, below its heading. */
import { Button, Skeleton, Text } from '@mantine/core';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import classes from './details.module.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
}

export function Section({ title, children }: Props): ReactNode {
  return (
    <section className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {children}
    </section>
  );
}

interface OnRequestProps extends Props {
  /** What showing it costs, such as "Reads all jobs of the target." */
  readonly cost: string;
}

/** A part whose AWS calls grow with the data: it is read when the user asks for it. */
export function SectionOnRequest({ title, cost, children }: OnRequestProps): ReactNode {
  const [isShown, setIsShown] = useState(false);
  const contentId = useId();
  return (
    <section className={classes.section} aria-label={title}>
      <div className={classes.sectionHead}>
        <h2 className={classes.title}>{title}</h2>
        <Button
          size="compact-sm"
          variant="default"
          aria-expanded={isShown}
          aria-controls={contentId}
          aria-label={`${isShown ? 'Hide' : 'Show'}: ${title}`}
          onClick={() => {
            setIsShown(!isShown);
          }}
        >
          {isShown ? 'Hide' : 'Show'}
        </Button>
      </div>
      <div id={contentId} className={classes.sectionContent}>
        {isShown ? (
          children
        ) : (
          <Text size="sm" c="var(--console-quiet)">
            {cost}
          </Text>
        )}
      </div>
    </section>
  );
}

/** A part with a fixed number of AWS calls: it is read once it is in view. */
export function SectionInView({ title, children }: Props): ReactNode {
  const [isSeen, setIsSeen] = useState(false);
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current } = section;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setIsSeen(true);
    });
    observer.observe(current);
    return () => {
      observer.disconnect();
    };
  }, []);
  return (
    <section ref={section} className={classes.section} aria-label={title}>
      <h2 className={classes.title}>{title}</h2>
      {isSeen ? children : <Placeholder />}
    </section>
  );
}

function Placeholder(): ReactNode {
  return (
    <div className={classes.skeleton} aria-hidden="true">
      <Skeleton height={18} width="70%" />
      <Skeleton height={18} width="55%" />
    </div>
  );
}

/** @param subject such as "the members" */
export function SectionSkeleton({ subject }: { readonly subject: string }): ReactNode {
  return (
    <div aria-busy="true" data-screen="loading">
      <Text size="sm" c="var(--console-quiet)" role="status">
        Loading {subject}…
      </Text>
      <Placeholder />
    </div>
  );
}
