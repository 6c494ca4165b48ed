const known = new Map<string, string>();
let pixel: CanvasRenderingContext2D | null | undefined;

/** A computed colour as attributes that every program for pictures reads: `fill="#1d2431"`, and how opaque where it is not. */
export function paint(attribute: 'fill' | 'stroke', color: string, opacity = 1): string {
  if (color === 'none') return `${attribute}="none"`;
  const [ink, alpha] = resolved(color).split(' ') as [string, string];
  const strength = Math.round(Number(alpha) * opacity * 1000) / 1000;
  if (strength === 0) return `${attribute}="none"`;
  return `${attribute}="${ink}"${strength === 1 ? '' : ` ${attribute}-opacity="${strength}"`}`;
}

/** Whether a computed colour paints anything. */
export const isVisible = (color: string): boolean => Number(resolved(color).split(' ')[1]) > 0;

/** Any notation of CSS, newer ones too, as '#rrggbb alpha'. */
function resolved(color: string): string {
  const before = known.get(color);
  if (before !== undefined) return before;
  pixel ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  if (!pixel) return '#000000 1';
  pixel.clearRect(0, 0, 1, 1);
  pixel.fillStyle = '#000';
  pixel.fillStyle = color;
  pixel.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = pixel.getImageData(0, 0, 1, 1).data;
  const hex = [red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('');
  const text = `#${hex} ${Math.round((alpha / 255) * 1000) / 1000}`;
  known.set(color, text);
  return text;
}
