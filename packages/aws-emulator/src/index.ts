/** The public interface of the package. */
export { startEmulator, type Emulator } from './emulator';
export {
  DEFAULT_SETTINGS,
  EmulatorSettingsError,
  readEmulatorSettings,
  type EmulatorSettings,
  type EmulatorSizes,
} from './settings';
