/** An id or ARN with a button that copies it. The result is announced, and visible in the button. */
import { ActionIcon, Code } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { useAnnounce } from './announcer';
import { copyText } from './clipboard';
import classes from './copyable.module.css';
import { CheckIcon, CopyIcon } from './icons';
import { Missing } from './time';

/** How long the button shows the result, in milliseconds. */
const SHOWN_MS = 2_000;

interface Props {
  readonly value: string | null | undefined;
  /** Such as "job id". */
  readonly label: string;
  /** Shown instead of the value, such as a link. */
  readonly children?: ReactNode;
}

export function Copyable({ value, label, children }: Props): ReactNode {
  const announce = useAnnounce();
  const [isCopied, setIsCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => {
      setIsCopied(false);
      // A live region says the same text only if it was another one in between.
      announce('');
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [isCopied, announce]);
  if (value == null) return <Missing />;
  const copy = () => {
    copyText(value).then(
      () => {
        setIsCopied(true);
        announce('Copied');
      },
      () => {
        announce('Not copied: the browser does not allow it. Select the text instead.');
      },
    );
  };
  return (
    <span className={classes.copyable}>
      {children ?? <Code>{value}</Code>}
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        className={classes.button}
        aria-label={isCopied ? `Copied the ${label}` : `Copy the ${label}`}
        title={isCopied ? 'Copied' : 'Copy'}
        onClick={copy}
      >
        {isCopied ? <CheckIcon size={14} /> : <CopyIcon size={14} />}
      </ActionIcon>
    </span>
  );
}
