import { toBuffer, toString as toText } from 'qrcode';

/** Error correction of 15 %: a poster gets scratched, and more would make the points smaller. */
const LEVEL = 'M';

/** White points on every side, as the standard asks for; without them cameras lose the edge. */
const QUIET_POINTS = 4;

/** The QR code of an address as an SVG document, black on white, sharp at any size. */
export const qrSvg = (address: string): Promise<string> =>
  toText(address, { type: 'svg', errorCorrectionLevel: LEVEL, margin: QUIET_POINTS });

/** The QR code of an address as a PNG, at least 1,000 pixels wide: ten centimetres in print. */
export const qrPng = (address: string): Promise<Buffer> =>
  toBuffer(address, { errorCorrectionLevel: LEVEL, margin: QUIET_POINTS, width: 1200 });
