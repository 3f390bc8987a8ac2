/** Applies the color scheme before the browser paints, so that a dark page does not flash white. */
import { storedColorScheme } from './color-scheme';

const stored = storedColorScheme();
const isDark = stored === 'dark' || (stored === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.dataset.mantineColorScheme = isDark ? 'dark' : 'light';
