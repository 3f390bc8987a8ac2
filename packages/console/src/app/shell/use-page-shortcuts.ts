/** The shortcuts that lead to the pages of the navigation. */
import { useEffect } from 'react';
import { useLocation } from 'wouter';
import { LIST_PATHS } from '../routing/paths';
import type { ShortcutId } from '../shortcuts/shortcuts';
import { useShortcuts } from '../shortcuts/shortcuts-provider';

const PATHS: Readonly<Partial<Record<ShortcutId, string>>> = {
  attention: '/',
  jobs: LIST_PATHS.ClassificationJob,
  members: LIST_PATHS.MacieMember,
  exports: LIST_PATHS.MailboxExportJob,
  cases: LIST_PATHS.SecurityCase,
};

export function usePageShortcuts(): void {
  const { register } = useShortcuts();
  const [, navigate] = useLocation();
  useEffect(() => {
    const ends = (Object.entries(PATHS) as [ShortcutId, string][]).map(([id, path]) =>
      register(id, () => {
        navigate(path);
      }),
    );
    return () => {
      for (const end of ends) end();
    };
  }, [register, navigate]);
}
