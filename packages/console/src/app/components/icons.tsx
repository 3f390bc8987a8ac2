/** The icons of the console, drawn with the color of the text. They are decoration: a text or a label is beside each. */
import type { ReactNode } from 'react';

function icon(...paths: readonly string[]): (properties: { readonly size?: number }) => ReactNode {
  return function Icon({ size = 18 }) {
    return (
      <svg
        width={size}
        height={size}
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        {paths.map((path) => (
          <path key={path} d={path} />
        ))}
      </svg>
    );
  };
}

export const BellIcon = icon('M6 16V11a6 6 0 0 1 12 0v5l2 2H4z', 'M10 21h4');
export const ScanIcon = icon(
  'M4 8V5a1 1 0 0 1 1-1h3M16 4h3a1 1 0 0 1 1 1v3M20 16v3a1 1 0 0 1-1 1h-3M8 20H5a1 1 0 0 1-1-1v-3',
  'M8 12h8',
);
export const MembersIcon = icon(
  'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  'M2.5 20a6.5 6.5 0 0 1 13 0',
  'M16 4.5a3.5 3.5 0 0 1 0 6M18 14.5a6.5 6.5 0 0 1 3.5 5.5',
);
export const UserIcon = icon('M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M4.5 20.5a7.5 7.5 0 0 1 15 0');
export const MailIcon = icon(
  'M3 6.5A1.5 1.5 0 0 1 4.5 5h15A1.5 1.5 0 0 1 21 6.5v11a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5z',
  'M3.5 7l8.5 6 8.5-6',
);
export const ShieldIcon = icon('M12 3l7.5 3v5.5c0 4.5-3 8-7.5 9.5-4.5-1.5-7.5-5-7.5-9.5V6z', 'M9 12l2 2 4-4');
export const CodeIcon = icon('M8 7l-5 5 5 5M16 7l5 5-5 5');
export const MenuIcon = icon('M4 7h16M4 12h16M4 17h16');
export const CloseIcon = icon('M6 6l12 12M18 6L6 18');
export const SunIcon = icon(
  'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8z',
  'M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5',
);
export const MoonIcon = icon('M20 14.5A8 8 0 0 1 9.5 4 8 8 0 1 0 20 14.5z');
export const SystemIcon = icon('M4 5h16v11H4z', 'M9 20h6M12 16v4');
export const WarningIcon = icon('M12 4l9 16H3z', 'M12 10v4M12 17v.01');
export const LockIcon = icon('M6 11h12v9H6z', 'M8.5 11V8a3.5 3.5 0 0 1 7 0v3');
export const EmptyIcon = icon('M4 13l3-8h10l3 8v6H4z', 'M4 13h5l1 3h4l1-3h5');
export const CheckIcon = icon('M5 12.5l4.5 4.5L19 7.5');
export const CopyIcon = icon('M8 8h11v12H8z', 'M5 16V4h11');
export const RefreshIcon = icon(
  'M20 11a8 8 0 0 0-14.5-3.5L4 9M4 4v5h5',
  'M4 13a8 8 0 0 0 14.5 3.5L20 15M20 20v-5h-5',
);
export const ColumnsIcon = icon('M4 5h16v14H4z', 'M9.5 5v14M14.5 5v14');
export const ChevronDownIcon = icon('M6 9l6 6 6-6');
export const ExternalIcon = icon(
  'M14 4h6v6M20 4l-9 9',
  'M18 14v5a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V7a1 1 0 0 1 1-1h5',
);
export const SearchIcon = icon('M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14z', 'M20 20l-4-4');
export const AscendingIcon = icon('M12 19V5M6 11l6-6 6 6');
export const DescendingIcon = icon('M12 5v14M6 13l6 6 6-6');
export const UnsortedIcon = icon('M8 9l4-4 4 4M8 15l4 4 4-4');
export const ClockIcon = icon('M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16z', 'M12 8v4l3 2');
export const KeyboardIcon = icon(
  'M3 7.5A1.5 1.5 0 0 1 4.5 6h15A1.5 1.5 0 0 1 21 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 16.5z',
  'M7 10h.01M11 10h.01M15 10h.01M17 14h.01M7 14h.01M10 14h4',
);
