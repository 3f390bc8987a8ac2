/** Copies a text. Rejects where browsers have no clipboard: on pages without TLS that are not on the user's own machine. */
export async function copyText(text: string): Promise<void> {
  const { clipboard } = navigator as { readonly clipboard?: Clipboard };
  if (clipboard === undefined) throw new Error('The browser has no clipboard here.');
  await clipboard.writeText(text);
}
