/** A random UUID (version 4), also where `crypto.randomUUID` is missing because the page is not secure. */
export function createId(): string {
  const digit = () => ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16);
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, digit);
}
