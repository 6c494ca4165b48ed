/**
 * Measures an element in the light theme, whichever one is on: a picture is put on white paper. Nothing is painted in
 * between.
 */
export function inLightDress<T>(element: HTMLElement, measure: () => T): T {
  const inks = lightInks();
  for (const [name, ink] of inks) element.style.setProperty(name, ink);
  element.style.setProperty('color', 'var(--color-ink)');
  try {
    return measure();
  } finally {
    for (const [name] of inks) element.style.removeProperty(name);
    element.style.removeProperty('color');
  }
}

/** The theme's colours as they are without any condition. */
function lightInks(): Map<string, string> {
  const inks = new Map<string, string>();
  const read = (rules: CSSRuleList): void => {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText.includes(':root')) {
        for (const name of rule.style) {
          if (name.startsWith('--color-')) inks.set(name, rule.style.getPropertyValue(name));
        }
      } else if (rule instanceof CSSLayerBlockRule) read(rule.cssRules);
    }
  };
  for (const sheet of document.styleSheets) {
    // A sheet of an extension may not be read.
    if (sheet.href !== null && new URL(sheet.href).origin !== location.origin) continue;
    read(sheet.cssRules);
  }
  return inks;
}
