/** What a site said of the person who is asked. */
export type Known = Readonly<Record<string, string>>;

/** Fills `{contact.…|otherwise}` in a text. */
export const fill = (child: Node | string, known?: Known): Node | string =>
  typeof child === 'string'
    ? child.replace(
        /\{contact\.([^{}|]+)\|?([^{}]*)\}/g,
        (_, name: string, otherwise: string) => known?.[name]?.trim() || otherwise,
      )
    : child;
