import type { Device } from '../model';

/**
 * The kind of device that a request says it comes from; null where it is no browser, or none that is held or sat at, such
 * as a television. A tablet that asks for desktop pages says that it is a desktop.
 *
 * @param mobileHint the header Sec-CH-UA-Mobile, `?1` on phones
 */
export function deviceOf(userAgent: string | undefined, mobileHint?: string | undefined): Device | null {
  const agent = userAgent ?? '';
  if (!/^Mozilla\/|^Opera\//.test(agent)) return null;
  if (/bot\b|crawler|spider|headlesschrome|lighthouse/i.test(agent)) return null;
  if (/smart-?tv|\btv\b|appletv|googletv|hbbtv|roku|playstation|xbox|nintendo/i.test(agent)) return null;
  if (/ipad|tablet|kindle|silk\/(?!.*mobile)|playbook/i.test(agent)) return 'tablet';
  if (mobileHint === '?1' || /mobi|iphone|ipod|windows phone/i.test(agent)) return 'phone';
  if (/android/i.test(agent)) return 'tablet';
  return /windows nt|macintosh|x11|linux|cros/i.test(agent) ? 'desktop' : null;
}
