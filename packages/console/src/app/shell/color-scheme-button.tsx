/** The button that changes the color scheme: the system's, light, dark. */
import { ActionIcon, useMantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { MoonIcon, SunIcon, SystemIcon } from '../components/icons';
import { COLOR_SCHEMES, type ColorScheme } from '../theme/color-scheme';

const SCHEMES: Readonly<Record<ColorScheme, { label: string; Icon: typeof SunIcon }>> = {
  auto: { label: 'as the system', Icon: SystemIcon },
  light: { label: 'light', Icon: SunIcon },
  dark: { label: 'dark', Icon: MoonIcon },
};

export function ColorSchemeButton(): ReactNode {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const next = COLOR_SCHEMES[(COLOR_SCHEMES.indexOf(colorScheme) + 1) % COLOR_SCHEMES.length] ?? 'auto';
  const { label, Icon } = SCHEMES[colorScheme];
  const text = `Colors: ${label}. Change to ${SCHEMES[next].label}`;
  return (
    <ActionIcon
      variant="subtle"
      size="lg"
      aria-label={text}
      title={text}
      onClick={() => {
        setColorScheme(next);
      }}
    >
      <Icon />
    </ActionIcon>
  );
}
