/**
 * What a mail server or provider said, without addresses: servers like to repeat them, and a reason outlives the
 * contact's erasure. At most 500 characters are read.
 *
 * @param email the address the mail went to; null where it is not known
 */
export function scrubReason(reason: string | null, email: string | null): string | null {
  if (reason === null) return null;
  const plain = reason.slice(0, 500);
  const hidden =
    email === null ? plain : plain.split(new RegExp(escapeRegExp(email), 'gi')).join('the address');
  return hidden.replace(/[^\s<>"]+@[^\s<>"]+/g, 'an address');
}

const escapeRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
