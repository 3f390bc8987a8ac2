/** The title of the page in the browser, and the focus after navigation. */
import { useEffect, useRef, type RefObject } from 'react';

let isFirstPage = true;

/** Returns a ref for the heading of the page. After navigation it receives the focus, so screen readers announce the page. */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · secops-graph`;
  }, [title]);
  useEffect(() => {
    if (!isFirstPage) {
      heading.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirstPage = false;
  }, []);
  return heading;
}
