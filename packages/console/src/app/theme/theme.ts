/** The Mantine theme of the console. */
import { Button, createTheme, localStorageColorSchemeManager } from '@mantine/core';
import { COLOR_SCHEME_KEY } from './color-scheme';

export const theme = createTheme({
  primaryColor: 'indigo',
  // White text on it has enough contrast in both schemes.
  primaryShade: 7,
  autoContrast: true,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, 'Liberation Mono', monospace",
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.5rem', lineHeight: '1.3' } } },
  components: { Button: Button.extend({ defaultProps: { fw: 500 } }) },
  colors: {
    // A slate instead of Mantine's neutral grays.
    dark: [
      '#d5dae3',
      '#b4bccb',
      '#98a2b5',
      '#69748a',
      '#404a5e',
      '#333c4e',
      '#262e3d',
      '#181e2a',
      '#131823',
      '#0d111a',
    ],
  },
});

export const colorSchemeManager = localStorageColorSchemeManager({ key: COLOR_SCHEME_KEY });
