/** The variables that earlier versions named otherwise. A gateway that ignored one of them would silently use another setting. */
import { ConfigError } from '../domain/errors';

const NEW_NAMES: Readonly<Record<string, string>> = {
  AUDIT_FILE: 'DATABASE_FILE',
  AUDIT_DATABASE_URL: 'DATABASE_URL',
};

/** Throws ConfigError for a variable with a former name. The message does not contain its value. */
export function rejectFormerNames(env: Readonly<Record<string, string | undefined>>): void {
  const renamed = Object.entries(NEW_NAMES).filter(([former]) => env[former] !== undefined);
  if (renamed.length === 0) return;
  throw new ConfigError(renamed.map(([former, name]) => `${former} is now ${name}: rename it.`).join(' '));
}
