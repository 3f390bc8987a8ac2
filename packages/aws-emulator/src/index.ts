/** The public interface of the package. */
export { startEmulator, type Emulator, type EmulatorOptions } from './emulator';
export type { LoggedCall } from './kernel/call-log';
export {
  DEFAULT_SETTINGS,
  EmulatorSettingsError,
  readEmulatorSettings,
  type EmulatorSettings,
  type EmulatorSizes,
} from './kernel/settings';
