/**
 * Puts a text on the clipboard.
 * @returns whether it is there: browsers keep the clipboard from pages that come without encryption, and some ask first
 */
export async function putOnClipboard(text: string): Promise<boolean> {
  // Whatever its type says.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard === undefined) return false;
  return clipboard.writeText(text).then(
    () => true,
    () => false,
  );
}
