/** The sheet of shortcuts: all of them, those of the open page marked, and the switch that turns them off. */
import { Checkbox, Modal, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { FIXED_KEYS, SHORTCUTS, type Shortcut, type ShortcutId } from './shortcuts';
import { useShortcuts } from './shortcuts-provider';
import classes from './shortcuts.module.css';

const GROUPS = Map.groupBy(Object.entries(SHORTCUTS) as [ShortcutId, Shortcut][], ([, { group }]) => group);

export function ShortcutSheet({ close }: { readonly close: () => void }): ReactNode {
  const { isOn, turnOn, available } = useShortcuts();
  const [offered] = useState(available);
  return (
    <Modal
      opened
      onClose={close}
      title="Keyboard shortcuts"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close the dialog' }}
      classNames={{
        title: classes.title,
        header: classes.surface,
        content: classes.surface,
        body: classes.body,
      }}
    >
      <Checkbox
        data-autofocus
        label="Shortcuts of single keys"
        description="They never act while you type in a field, or in a dialog. Your browser stores the choice."
        checked={isOn}
        onChange={({ currentTarget }) => {
          turnOn(currentTarget.checked);
        }}
      />
      <div className={classes.groups}>
        {[...GROUPS].map(([group, entries]) => (
          <section key={group} aria-label={group}>
            <h3>{group}</h3>
            <dl>
              {entries.map(([id, { label, keys }]) => (
                <div key={id}>
                  <dt>
                    {label}
                    {!offered.has(id) && (
                      <Text span size="xs" c="var(--console-quiet)">
                        {' '}
                        not on this page
                      </Text>
                    )}
                  </dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label="Always">
          <h3>Always</h3>
          <dl>
            {FIXED_KEYS.map(({ label, keys }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{keys}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Modal>
  );
}

function Keys({ keys }: { readonly keys: readonly string[] }): ReactNode {
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && ' then '}
      <kbd>{key}</kbd>
    </span>
  ));
}
