/**
 * Loads the widget once per page and returns `milepost`. Calls made before it is there wait in its queue. Does nothing
 * where there is no page, as on a server; a script that is blocked leaves the queue as it is and the page alone.
 */
export function loadMilepost(key, options = {}) {
  const { server, integrity, version, nonce, ...init } = options;
  if (typeof window === 'undefined') return milepost;
  queue();
  const path = version ? `/v${version}/milepost.js` : '/v1/milepost.js';
  const address = new URL(`${path}?k=${encodeURIComponent(key)}`, server).href;
  const there = [...document.querySelectorAll('script[src*="/milepost.js?k="]')];
  if (!there.some(({ src }) => src === address)) {
    if (Object.keys(init).length > 0) milepost('init', init);
    const script = document.createElement('script');
    script.async = true;
    script.src = trusted(address);
    if (nonce) script.nonce = nonce;
    if (integrity) {
      script.integrity = integrity;
      script.crossOrigin = 'anonymous';
    }
    document.head.append(script);
  }
  return milepost;
}

/** Passes a call on to the widget, or to its queue. Returns what the widget returns, so nothing before it is there. */
export function milepost(...call) {
  if (typeof window === 'undefined') return undefined;
  queue();
  return window.milepost(...call);
}

/** Tells of surveys on this page; returns what ends it, at once, whether the widget is there or not. */
export function on(event, listener) {
  if (typeof document === 'undefined') return () => {};
  const hear = ({ detail }) => listener(detail);
  document.addEventListener(`milepost:${event}`, hear);
  return () => document.removeEventListener(`milepost:${event}`, hear);
}

/** Where a page checks what becomes a script, it wants to know who says that this is one. */
function trusted(address) {
  const policy = window.trustedTypes?.createPolicy('milepost', { createScriptURL: (one) => one });
  return policy ? policy.createScriptURL(address) : address;
}

function queue() {
  // An element of the page with this id is found under the same name.
  if (typeof window.milepost === 'function') return;
  const waiting = (...call) => {
    waiting.q.push(call);
  };
  waiting.q = [];
  window.milepost = waiting;
}
