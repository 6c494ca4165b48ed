import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inHead, scriptTag, serveFolder } from '../serving.mjs';
import { done, npmFolder } from '../workshop.mjs';

const STAND_IN = 'https://milepost.invalid/v1/milepost.js';

/** A VitePress site as its own build makes it: Vue takes over every page, and links change it without loading. */
export async function vitepress(milepost) {
  const folder = await npmFolder('vitepress', ['vitepress@1.6.4']);
  const built = join(folder, 'docs/.vitepress/dist');
  if (!existsSync(join(built, 'guide.html'))) {
    console.log('→ Building the VitePress site');
    mkdirSync(join(folder, 'docs/.vitepress'), { recursive: true });
    writeFileSync(
      join(folder, 'docs/.vitepress/config.mjs'),
      `export default { title: 'Lumen', head: [['script', { async: '', src: '${STAND_IN}' }]],
        themeConfig: { nav: [{ text: 'Guide', link: '/guide' }], sidebar: [{ text: 'Start', items: [{ text: 'Home', link: '/' }, { text: 'Guide', link: '/guide' }] }] } };\n`,
    );
    writeFileSync(join(folder, 'docs/index.md'), `# Lumen\n\n${PROSE}\n\n[To the guide](./guide)\n`);
    writeFileSync(join(folder, 'docs/guide.md'), `# Guide\n\n${PROSE}\n\n\`\`\`sh\nping lumen\n\`\`\`\n`);
    await done(process.execPath, ['node_modules/vitepress/bin/vitepress.js', 'build', 'docs'], {
      cwd: folder,
    });
  }
  return staticSite('VitePress', built, milepost, {
    path: '/index.html',
    there: 'a[href$="/guide.html"], a[href$="/guide"]',
    back: 'a[href="/"]',
  });
}

/** A Docusaurus site as its own build makes it: React, with a router of its own. */
export async function docusaurus(milepost) {
  const folder = await npmFolder('docusaurus', [
    '@docusaurus/core@3.10.2',
    '@docusaurus/preset-classic@3.10.2',
    'react@18',
    'react-dom@18',
  ]);
  const built = join(folder, 'build');
  if (!existsSync(join(built, 'guide/index.html'))) {
    console.log('→ Building the Docusaurus site (about a minute)');
    mkdirSync(join(folder, 'docs'), { recursive: true });
    writeFileSync(
      join(folder, 'docusaurus.config.js'),
      `module.exports = { title: 'Lumen', url: 'http://localhost', baseUrl: '/', onBrokenLinks: 'ignore',
        scripts: [{ src: '${STAND_IN}', async: true }],
        presets: [['classic', { docs: { routeBasePath: '/', sidebarPath: undefined }, blog: false }]],
        themeConfig: { navbar: { title: 'Lumen' } } };\n`,
    );
    writeFileSync(join(folder, 'docs/home.md'), `---\nslug: /\n---\n\n# Lumen\n\n${PROSE}\n`);
    writeFileSync(join(folder, 'docs/guide.md'), `---\nslug: /guide\n---\n\n# Guide\n\n${PROSE}\n`);
    await done(process.execPath, ['node_modules/@docusaurus/core/bin/docusaurus.mjs', 'build'], {
      cwd: folder,
      minutes: 8,
      env: { ...process.env, DOCUSAURUS_NO_PERSISTENT_CACHE: 'true', NODE_ENV: 'production' },
    });
  }
  return staticSite('Docusaurus', built, milepost, {
    path: '/',
    there: 'a[href="/guide"]',
    back: 'a[href="/"]',
  });
}

/** Builds once and serves twice: the tag that the build put in is filled, or taken away. */
async function staticSite(name, folder, milepost, { path, there, back }) {
  const tag = new RegExp(`<script[^>]*src="${STAND_IN}"[^>]*></script>`);
  const plain = await serveFolder(folder, (html) => inHead(html.replace(tag, '')));
  const withUs = await serveFolder(folder, (html) =>
    inHead(html.replace(tag, scriptTag(milepost, milepost.keys.popover))),
  );
  return {
    name,
    pages: [
      {
        name: `${name}, with navigation in the page`,
        plain: plain.url + path,
        withUs: withUs.url + path,
        spa: { there, back },
      },
    ],
    stop: () => Promise.all([plain.stop(), withUs.stop()]),
  };
}

const PROSE = 'Fibre for everybody, in two days and without a hotline. Order it, plug it in, be online.';
