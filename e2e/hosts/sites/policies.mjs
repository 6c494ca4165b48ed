import { inHead, listen, scriptTag } from '../serving.mjs';

/**
 * Pages that forbid what they can, written here because no package ships them: `policy` gets Milepost's origin and the
 * page's nonce.
 */
export const POLICIES = {
  'script-src and connect-src alone': (url) =>
    `default-src 'none'; script-src 'self' ${url}; connect-src ${url}; style-src 'self'`,
  'nonce and strict-dynamic': (url, nonce) =>
    `default-src 'none'; script-src 'nonce-${nonce}' 'strict-dynamic'; style-src 'nonce-${nonce}'; connect-src ${url}; base-uri 'none'`,
  'Trusted Types': (url) =>
    `default-src 'none'; script-src 'self' ${url}; connect-src ${url}; style-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'`,
  'sandbox without storage': () => 'sandbox allow-scripts',
};

/** Style sheets that want to reach everything. */
export const HOSTILE = {
  'everything unset': '*{all:unset!important} head,script,style,title{display:none!important}',
  'every block hidden': 'body div, body section, body form, body label{display:none!important}',
  'everything shaken':
    '*{transition:all .4s!important;box-sizing:content-box!important;float:left!important;letter-spacing:.3em!important;text-transform:uppercase!important;opacity:.6!important;border:3px dotted red!important;direction:rtl!important}',
  'tiny root and a stacking contest':
    'html{font-size:40%}main{position:fixed;inset:0;z-index:2147483647;background:#eee}body{transform:translateZ(0)}',
};

const BODY = `<main><h1>Plans</h1><p>Fibre for everybody, in two days and without a hotline.</p>
<a href="#more">More about it</a> <label>Street <input></label> <div id="more"><section><p>It is quick.</p></section></div></main>`;

/** The pages of POLICIES and HOSTILE on one server; `milepost` needs an address and the key of a popover. */
export async function policies(milepost) {
  const nonce = 'bWlsZXBvc3Q';
  const names = [...Object.keys(POLICIES), ...Object.keys(HOSTILE)];
  const server = await listen((req, res) => {
    const [, kind, at] = req.url.split('/');
    const name = names[Number(at)];
    if (!name) {
      res.statusCode = 404;
      res.end();
      return;
    }
    res.setHeader('content-type', 'text/html; charset=utf-8');
    if (POLICIES[name]) res.setHeader('content-security-policy', POLICIES[name](milepost.url, nonce));
    const style = HOSTILE[name] ? `<style>${HOSTILE[name]}</style>` : '';
    const page = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>${style}</head><body>${BODY}</body></html>`;
    res.end(inHead(page, kind === 'with' ? scriptTag(milepost, milepost.keys.popover, nonce) : '', nonce));
  });
  return {
    name: 'policies and hostile sheets',
    pages: names.map((name, at) => ({
      name,
      plain: `${server.url}/plain/${at}`,
      withUs: `${server.url}/with/${at}`,
      typing: at % 2 === 1,
    })),
    stop: server.stop,
  };
}
