/**
 * A random UUID (version 4) in lower case. Every object URL ends in one, also where `crypto.randomUUID` is missing because
 * the page is not secure.
 */
export const createId = (): string => URL.createObjectURL(new Blob()).slice(-36);
