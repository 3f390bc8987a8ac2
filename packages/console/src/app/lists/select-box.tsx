/** The check box of a row, and that of all loaded rows. */
import { useEffect, useRef, type ReactNode } from 'react';
import classes from './resource-table.module.css';

interface Props {
  readonly label: string;
  readonly isChecked: boolean;
  /** True when some of several rows are selected. */
  readonly isPartial?: boolean;
  /** @param isRange true with the Shift key */
  readonly onChange: (isChecked: boolean, isRange: boolean) => void;
}

export function SelectBox({ label, isChecked, isPartial = false, onChange }: Props): ReactNode {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = isPartial;
  }, [isPartial]);
  return (
    <label className={classes.selectBox}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={isChecked}
        onChange={({ currentTarget, nativeEvent }) => {
          // Browsers report a click, also for the space bar.
          onChange(currentTarget.checked, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </label>
  );
}
