/** A picture is drawn this many times as large as it is shown, so that it stays sharp on a slide. */
const SHARPNESS = 2;
/** Browsers draw nothing on a larger canvas. */
const LARGEST_SIDE = 16_000;

/**
 * An SVG document as a bitmap. It has to carry its typeface with it: nothing else is loaded.
 *
 * @throws Error where the browser draws no pictures or it is too large
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    image.src = address;
    await image.decode();
    const scale = Math.min(SHARPNESS, LARGEST_SIDE / Math.max(image.naturalWidth, image.naturalHeight));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(image.naturalWidth * scale);
    canvas.height = Math.round(image.naturalHeight * scale);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws no pictures');
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the picture is too large');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}
