import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

const PROBE = readFileSync(new URL('probe.js', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

/** A server on loopback; `answer` gets the request and may be async. Resolves to its address and how to stop it. */
export async function listen(answer) {
  const server = createServer((req, res) => {
    if (req.url === '/__probe.js') {
      res.setHeader('content-type', TYPES['.js']);
      res.end(PROBE);
      return;
    }
    Promise.resolve(answer(req, res)).catch((error) => {
      res.statusCode = 500;
      res.end(String(error));
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Puts the probe, and what else is given, first into a page's head. */
export function inHead(html, more = '', nonce = '') {
  const probe = `<script src="/__probe.js"${nonce && ` nonce="${nonce}"`}></script>${more}`;
  if (/<head[^>]*>/i.test(html)) return html.replace(/<head[^>]*>/i, (head) => `${head}${probe}`);
  return html.replace(/<html[^>]*>/i, (tag) => `${tag}<head>${probe}</head>`);
}

/** The tag that a site pastes. */
export const scriptTag = (milepost, key, nonce = '') =>
  `<script async src="${milepost.url}/v1/milepost.js?k=${key}"${nonce && ` nonce="${nonce}"`}></script>`;

/**
 * A folder as a site. `edit` gets every page's text and gives it back changed; folders are served by their index.html,
 * and addresses without an ending by the page of that name.
 */
export function serveFolder(folder, edit) {
  return listen((req, res) => {
    const path = decodeURIComponent(new URL(req.url, 'http://x').pathname);
    const file = fileOf(join(folder, normalize(path)));
    if (!file) {
      res.statusCode = 404;
      res.end();
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    res.setHeader('content-type', type);
    const body = readFileSync(file);
    res.end(type.startsWith('text/html') ? edit(body.toString('utf8')) : body);
  });
}

function fileOf(path) {
  return [path, join(path, 'index.html'), `${path.replace(/\/$/, '')}.html`].find((one) => {
    try {
      return statSync(one).isFile();
    } catch (_absent) {
      return false;
    }
  });
}

/** A running site with the probe put into its pages; the host's name goes on, so that the site links to us. */
export function frontOf(origin) {
  return listen(async (req, res) => {
    const { 'accept-encoding': _, connection: __, ...headers } = req.headers;
    const { request } = await import('node:http');
    await new Promise((resolve, reject) => {
      const asked = request(
        new URL(req.url, origin),
        { method: req.method, headers: { ...headers, 'accept-encoding': 'identity' } },
        (reply) => {
          const { 'content-length': length, 'transfer-encoding': ___, ...kept } = reply.headers;
          const parts = [];
          reply.on('data', (part) => parts.push(part));
          reply.on('end', () => {
            const body = Buffer.concat(parts);
            res.writeHead(reply.statusCode, kept);
            res.end(
              /^text\/html/.test(reply.headers['content-type'] ?? '') ? inHead(body.toString('utf8')) : body,
            );
            resolve(length);
          });
        },
      );
      asked.on('error', reject);
      req.pipe(asked);
    });
  });
}
