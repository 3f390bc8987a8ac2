/** The question before unsaved input is lost. */
import { Button, Modal, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import actions from '../actions/actions.module.css';
import classes from './forms.module.css';

interface Props {
  readonly stay: () => void;
  readonly leave: () => void;
}

export function LeaveDialog({ stay, leave }: Props): ReactNode {
  return (
    <Modal
      opened
      onClose={stay}
      title="Leave the form?"
      closeButtonProps={{ 'aria-label': 'Close the dialog' }}
      classNames={{
        title: actions.dialogTitle,
        header: actions.dialogSurface,
        content: actions.dialogSurface,
      }}
    >
      <div className={classes.body}>
        <Text size="sm">What you entered is not saved anywhere.</Text>
        <footer className={actions.buttons}>
          <Button variant="default" data-autofocus onClick={stay}>
            Stay
          </Button>
          <Button color="red.9" onClick={leave}>
            Discard and leave
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
