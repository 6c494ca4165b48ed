/** Hands a file that was made here to the browser's own saving. */
export function saveBlob(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  followDownload(address, name);
  // The browser reads it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Lets the browser load an address as a file, under the name that the reply gives it where none is given here. */
export function followDownload(href: string, name = ''): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
}

/** What an old browser takes as a name: a title without what file systems refuse. */
export const fileNameOf = (title: string): string =>
  title
    .replace(/[\s/\\:*?"<>|\p{Cc}]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
    .slice(0, 80) || 'milepost';
