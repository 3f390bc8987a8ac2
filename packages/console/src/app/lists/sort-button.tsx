/** The heading of a column that the API can sort by: ascending, descending, and back to the order of AWS. */
import type { ReactNode } from 'react';
import { AscendingIcon, DescendingIcon, UnsortedIcon } from '../components/icons';
import type { Direction } from '../routing/list-view';
import classes from './resource-table.module.css';

interface Props {
  readonly label: string;
  readonly direction: Direction | undefined;
  readonly onChange: (direction: Direction | undefined) => void;
}

export function SortButton({ label, direction, onChange }: Props): ReactNode {
  const next = direction === undefined ? 'ASC' : direction === 'ASC' ? 'DESC' : undefined;
  return (
    <button
      type="button"
      className={classes.sort}
      data-sorted={direction}
      onClick={() => {
        onChange(next);
      }}
    >
      {label}
      {direction === undefined ? (
        <UnsortedIcon size={14} />
      ) : direction === 'ASC' ? (
        <AscendingIcon size={14} />
      ) : (
        <DescendingIcon size={14} />
      )}
    </button>
  );
}
