/** Remembers, until the list is read again, that events may be missing. */
import { useState } from 'react';
import { useLiveChanges } from './live-provider';
import { useReadKey } from './read-key';

export function useHasMissed(): boolean {
  const readKey = useReadKey();
  const [missedKey, setMissedKey] = useState<unknown>();
  useLiveChanges(({ kind }) => {
    if (kind === 'MISSED') setMissedKey(readKey);
  });
  return missedKey !== undefined && missedKey === readKey;
}
