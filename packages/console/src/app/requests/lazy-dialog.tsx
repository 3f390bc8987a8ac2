/** The place of a dialog whose file is loaded when it opens. If that fails, a dialog says so, and the page stays. */
import { Button, Modal, Text } from '@mantine/core';
import { Suspense, type ReactNode } from 'react';
import { ErrorBoundary } from './error-boundary';

interface Props {
  readonly close: () => void;
  readonly children: ReactNode;
}

export function LazyDialog({ close, children }: Props): ReactNode {
  return (
    <ErrorBoundary resetKey={undefined} renderError={() => <BrokenDialog close={close} />}>
      <Suspense fallback={null}>{children}</Suspense>
    </ErrorBoundary>
  );
}

function BrokenDialog({ close }: { readonly close: () => void }): ReactNode {
  return (
    <Modal
      opened
      onClose={close}
      title="This dialog stopped working"
      closeButtonProps={{ 'aria-label': 'Close the dialog' }}
    >
      <Text size="sm" mb="md">
        Reload the page. The gateway may have been updated since you opened it.
      </Text>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        Reload
      </Button>
    </Modal>
  );
}
