/** Attribute values; an empty string is a bare attribute such as `checked`. */
export type Attributes = Readonly<Record<string, string | number>>;

/** One element as plain data: tag, attributes, children. Text is a string. */
export type Branch = readonly [tag: string, attributes: Attributes, ...children: Child[]];
export type Child = Branch | string;

type LooseAttributes = Readonly<Record<string, string | number | boolean | null | undefined>>;
type LooseChild = Child | null | false | undefined;

/** Makes an element, leaving out what is not there: `true` is a bare attribute; false, null and undefined are none. */
export function element(tag: string, attributes: LooseAttributes, ...children: LooseChild[]): Branch {
  const kept: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(attributes))
    if (value != null && value !== false) kept[name] = value === true ? '' : value;
  return [tag, kept, ...children.filter((child): child is Child => Boolean(child))];
}
