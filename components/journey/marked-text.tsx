import type { TextPart } from '@/lib/insights/model/search';

/** A text in which what was searched for is marked. */
export function MarkedText({ parts }: { parts: readonly TextPart[] }) {
  let at = 0;
  return parts.map(({ text, hit }) => {
    const key = at;
    at += text.length;
    return hit ? (
      <mark key={key} className="rounded-sm bg-warn px-0.5 text-on-warn">
        {text}
      </mark>
    ) : (
      text
    );
  });
}
