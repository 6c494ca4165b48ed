import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../bench/processes.mjs';
import { ROOT } from '../../../scripts/steps.mjs';
import { frontOf } from '../serving.mjs';
import { done, start, until, WORKSHOP } from '../workshop.mjs';

const NEXT = join(ROOT, 'node_modules/next/dist/bin/next');
const ENV = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' };

/** A small Next site on the Next that Milepost itself is built with; the tag is an element of its layout. */
export async function next(milepost) {
  const folder = join(WORKSHOP, 'next');
  if (!existsSync(join(folder, '.next/BUILD_ID'))) {
    console.log('→ Building the Next site');
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, file, '..'), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    await done(process.execPath, [NEXT, 'build'], { cwd: folder, env: ENV });
  }
  const sites = [];
  const stop = async () => {
    for (const one of sites) await one.stop();
  };
  const serve = async (src) => {
    const port = await freePort();
    const server = start(process.execPath, [NEXT, 'start', '-H', '127.0.0.1', '-p', String(port)], {
      cwd: folder,
      env: { ...ENV, MILEPOST_SCRIPT: src },
    });
    sites.push({ stop: server.end });
    const origin = `http://127.0.0.1:${port}`;
    await until('the start of Next', () => fetch(origin).catch(() => null));
    const front = await frontOf(origin);
    sites.push(front);
    return front.url;
  };
  try {
    const plain = await serve('');
    const withUs = await serve(`${milepost.url}/v1/milepost.js?k=${milepost.keys.popover}`);
    return {
      name: 'Next',
      pages: [
        {
          name: 'Next, with navigation in the page',
          plain,
          withUs,
          spa: { there: 'a[href="/prices"]', back: 'a[href="/"]' },
        },
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const FILES = {
  'package.json': '{ "name": "lumen-shop", "private": true }\n',
  'next.config.mjs': `export default { turbopack: { root: ${JSON.stringify(ROOT)} }, poweredByHeader: false };\n`,
  'app/layout.jsx': `import Link from 'next/link';
export const dynamic = 'force-dynamic';
export const metadata = { title: 'Lumen' };
export default function Layout({ children }) {
  const src = process.env.MILEPOST_SCRIPT;
  return <html lang="en"><body>{src ? <script async src={src} /> : null}
    <nav><Link href="/">Plans</Link> <Link href="/prices">Prices</Link></nav>{children}</body></html>;
}\n`,
  'app/page.jsx': `import { Order } from './order';
export default function Page() {
  return <main><h1>Plans</h1><p>Fibre for everybody, in two days and without a hotline.</p><Order /></main>;
}\n`,
  'app/prices/page.jsx': `export default function Page() {
  return <main><h1>Prices</h1><p>Twenty a month, and nothing to begin with.</p></main>;
}\n`,
  'app/order.jsx': `'use client';
import { useState } from 'react';
export function Order() {
  const [count, setCount] = useState(0);
  return <button onClick={() => setCount(count + 1)}>Ordered {count} times</button>;
}\n`,
};
