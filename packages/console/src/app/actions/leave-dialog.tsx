/** The question before a page is left that would lose something. */
import { Button, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './actions.module.css';

interface Props {
  readonly title: string;
  /** What is lost. */
  readonly text: string;
  readonly leaveLabel: string;
  readonly stay: () => void;
  readonly leave: () => void;
}

export function LeaveDialog({ title, text, leaveLabel, stay, leave }: Props): ReactNode {
  return (
    <Modal
      opened
      onClose={stay}
      title={title}
      closeButtonProps={{ 'aria-label': 'Close the dialog' }}
      classNames={{
        title: classes.dialogTitle,
        header: classes.dialogSurface,
        content: classes.dialogSurface,
      }}
    >
      <div className={classes.body}>
        <Text size="sm">{text}</Text>
        <footer className={classes.buttons}>
          <Button variant="default" data-autofocus onClick={stay}>
            Stay
          </Button>
          <Button color="red.9" onClick={leave}>
            {leaveLabel}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
