// Stands first in every page under test, with and without Milepost, and writes down what happens there. Plain script:
// it runs in each engine as it is. Everything hangs on one name, `__probe`.
(() => {
  const OURS = 'milepost-survey';
  const HELPERS = `${OURS}, script[src*="/v1/milepost.js"], script[src*="/__probe.js"], #__probe`;
  const faults = [];
  const shifts = [];
  const scripts = [];
  const keys = [];
  const snapshots = {};

  addEventListener(
    'error',
    ({ target, message }) =>
      faults.push(message || `could not load ${target.src || target.href || target.tagName}`),
    true,
  );
  addEventListener('unhandledrejection', ({ reason }) => faults.push(`unhandled: ${reason}`));
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sourceFile }) =>
    faults.push(`policy ${effectiveDirective} stopped ${blockedURI} of ${sourceFile}`),
  );
  const { error } = console;
  console.error = (...words) => {
    faults.push(words.map(String).join(' '));
    error.apply(console, words);
  };
  observe('layout-shift', ({ value, startTime, sources }) => {
    shifts.push({ value, startTime, of: sources.map(whereFrom).join(', ') });
  });
  observe('long-animation-frame', (frame) => {
    for (const { sourceURL, duration, invoker } of frame.scripts)
      scripts.push({ sourceURL, duration, invoker });
  });
  addEventListener('keydown', (event) => {
    keys.push(`${event.key} at ${pathOf(event.target)}${event.defaultPrevented ? ', prevented' : ''}`);
  });

  function observe(type, take) {
    if (!PerformanceObserver.supportedEntryTypes.includes(type)) return;
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  }

  function whereFrom({ node, previousRect: was, currentRect: now }) {
    const place = node?.getRootNode() === document ? pathOf(node.parentElement && node) : 'a shadow root';
    return `${place} from ${was.x},${was.y} to ${now.x},${now.y}`;
  }

  const isHelper = (element) => element.matches(HELPERS);

  /** Where an element stands, counted as if neither Milepost nor this probe were there. */
  function pathOf(element) {
    if (!element?.parentElement) return element?.localName ?? 'none';
    if (element.id === '__probe') return 'the probe';
    const same = [...element.parentElement.children].filter(
      (one) => one.localName === element.localName && !isHelper(one),
    );
    return `${pathOf(element.parentElement)}>${element.localName}:${same.indexOf(element)}`;
  }

  /** Every computed style and the box of every element of the page, by path. */
  function look() {
    const seen = new Map();
    const walk = (element, path) => {
      seen.set(path, valuesOf(element));
      const counts = {};
      for (const child of element.children) {
        if (isHelper(child)) continue;
        counts[child.localName] ??= 0;
        walk(child, `${path}>${child.localName}:${counts[child.localName]}`);
        counts[child.localName] += 1;
      }
    };
    walk(document.documentElement, 'html');
    return seen;
  }

  function valuesOf(element) {
    const style = getComputedStyle(element);
    const values = {};
    for (const name of style) {
      const value = style.getPropertyValue(name);
      // Addresses differ by where the page is served.
      values[name] = value.includes(location.origin) ? value.split(location.origin).join('') : value;
    }
    const { x, y, width, height } = element.getBoundingClientRect();
    values.box = [x + scrollX, y + scrollY, width, height].map((n) => n.toFixed(2)).join(' ');
    return values;
  }

  const DEPENDS_ON_PLACE =
    /^box$|size$|^(width|height|top|left|right|bottom|transform-origin|perspective-origin)$|^inset/;

  function differences(before, after, { ignored = [], geometry = true } = {}) {
    const found = [];
    for (const path of new Set([...before.keys(), ...after.keys()])) {
      if (ignored.includes(path)) continue;
      const [one, two] = [before.get(path), after.get(path)];
      if (!one || !two) {
        found.push(`${path} is ${one ? 'gone' : 'new'}`);
        continue;
      }
      const name = Object.keys(one).find(
        (each) => one[each] !== two[each] && (geometry || !DEPENDS_ON_PLACE.test(each)),
      );
      if (name) found.push(`${path} ${name}: ${one[name]} → ${two[name]}`);
    }
    return found;
  }

  function hashOf(text) {
    let hash = 5381;
    for (let at = 0; at < text.length; at += 1) hash = (hash * 33) ^ text.charCodeAt(at);
    return hash >>> 0;
  }

  function firstText() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (node.data.trim().length < 8 || /script|style|textarea|noscript/.test(element.localName)) continue;
      if (element.closest(HELPERS) || element.getClientRects().length === 0) continue;
      return node;
    }
    return null;
  }

  const field = () => document.getElementById('__probe');
  const survey = () => document.querySelector(`${OURS}[data-state]`);
  const inside = (selector) => [...(survey()?.shadowRoot?.querySelectorAll(selector) ?? [])];
  const isSeen = (element) => element.getClientRects().length > 0;

  /** A point in the middle of an element, after it was brought into view, and whether it is ours that is hit there. */
  function aimAt(element) {
    if (!element) return null;
    const outside = ({ top, bottom }) => top < 0 || bottom > innerHeight;
    if (outside(element.getBoundingClientRect()))
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
    const { x, y, width, height } = element.getBoundingClientRect();
    const at = { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
    return { ...at, width, height, hit: document.elementFromPoint(at.x, at.y) === survey() };
  }

  const instance = Math.random();

  window.__probe = {
    /** Another number after the page was loaded again. */
    identity: () => instance,
    address: () => location.href,

    /** Whether everything that the page looks by has come. The load event does not tell: an import may hold it up. */
    isDressed: () =>
      document.readyState !== 'loading' &&
      [...document.querySelectorAll('link[rel~=stylesheet]')].every((link) => link.sheet) &&
      [...document.images].every((image) => image.complete || image.loading === 'lazy') &&
      document.fonts.status === 'loaded',

    /** Adds a field to type in, the same on every page. */
    begin() {
      const made = document.createElement('textarea');
      made.id = '__probe';
      made.setAttribute('aria-label', 'Probe');
      document.body.append(made);
    },

    /** Lets a person be in the middle of something: reading with text selected, or typing. */
    occupy(typing) {
      const target = typing
        ? field()
        : [...document.querySelectorAll('a[href], button, input:not([type=hidden])')].find(
            (one) => isSeen(one) && !one.disabled && !one.closest(HELPERS),
          );
      (target ?? field()).focus({ preventScroll: true });
      const text = !typing && firstText();
      if (text) getSelection().setBaseAndExtent(text, 1, text, 7);
    },

    state() {
      const { value, selectionStart, selectionEnd } = field();
      const selection = getSelection();
      return {
        active: pathOf(document.activeElement),
        selected: String(selection),
        from: selection.anchorOffset,
        to: selection.focusOffset,
        value,
        caret: [selectionStart, selectionEnd],
        scrolled: [Math.round(scrollX), Math.round(scrollY)],
      };
    },

    snapshot(name) {
      snapshots[name] = look();
      return snapshots[name].size;
    },
    compare: (before, after, options) => differences(snapshots[before], snapshots[after], options),
    pathsThatDiffer: (before, after) =>
      differences(snapshots[before], snapshots[after]).map((one) => one.split(' ')[0]),
    /** Short marks of a snapshot, so that two pages can be compared. */
    hashes: (name, geometry) =>
      Object.fromEntries(
        [...snapshots[name]].map(([path, values]) => {
          let sum = 0;
          // A sum, because engines list a page's own properties in no fixed order.
          for (const each of Object.keys(values)) {
            if (geometry || !DEPENDS_ON_PLACE.test(each)) sum += hashOf(each + values[each]);
          }
          return [path, sum];
        }),
      ),
    valuesOf(name, path, geometry) {
      const values = snapshots[name].get(path);
      if (!values) return null;
      return Object.fromEntries(
        Object.entries(values).filter(([each]) => geometry || !DEPENDS_ON_PLACE.test(each)),
      );
    },

    focusField: () => field().focus({ preventScroll: true }),
    focusFirst() {
      getSelection().removeAllRanges();
      document.activeElement?.blur();
      [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')]
        .find((one) => isSeen(one) && !one.disabled && one.tabIndex >= 0)
        ?.focus({ preventScroll: true });
    },
    active: () => pathOf(document.activeElement),
    keys: () => keys.splice(0),
    faults: () => faults,
    shifts: (since) =>
      shifts.filter((one) => one.startTime >= since).map(({ value, of }) => `${value.toFixed(6)} of ${of}`),
    now: () => performance.now(),
    longScripts: (origin) => scripts.filter((one) => one.sourceURL.startsWith(origin) && one.duration > 50),
    /** Names on the window; jQuery makes up a number for its own. */
    globals: () => Object.getOwnPropertyNames(window).map((name) => name.replace(/\d{6,}/, '…')),

    /** What stands on the page of ours; null before it is shown. */
    survey() {
      const host = survey();
      if (!host) return null;
      return {
        count: document.querySelectorAll(OURS).length,
        state: host.dataset.state,
        scales: inside('[role=radiogroup]').length,
        values: inside('[role=radiogroup] [type=radio]').map((radio) => radio.value),
        box: host.getBoundingClientRect().toJSON(),
        view: [innerWidth, innerHeight],
      };
    },
    aimAtScore(value) {
      const radio = inside('[role=radiogroup] [type=radio]').find((one) => one.value === String(value));
      return aimAt(radio?.closest('label') ?? radio);
    },
    aimAtSend() {
      const buttons = inside('button').filter((one) => isSeen(one) && one.textContent.trim().length > 1);
      return aimAt(buttons.at(-1));
    },
    aimAtClose: () => aimAt(inside('button[aria-label]').find(isSeen)),
    follow: (selector) => document.querySelector(selector).click(),
  };
})();
