import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../../bench/processes.mjs';
import { frontOf } from '../serving.mjs';
import { debianFolder, done, Missing, programs, start, until, WORKSHOP } from '../workshop.mjs';

const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'wordpress-theme-twentytwentyone',
  'php-getid3',
  'libjs-cropper',
  'libjs-underscore',
];

/**
 * WordPress as Debian ships it, on a MariaDB of its own that listens on a socket alone. An author, whom WordPress does
 * not trust with HTML, writes a post with all three forms of the widget: the filter decides what is left of them.
 */
export async function wordpress(milepost) {
  await programs(
    ['php', 'mariadbd', 'mariadb-install-db'],
    ['php-cli', 'php-mysql', 'mariadb-server-core', 'mariadb-client-core'],
  );
  const unpacked = await debianFolder('wordpress', PACKAGES);
  const home = join(WORKSHOP, 'wordpress-site');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const site = join(home, 'site');
  const started = [];
  const stop = async () => {
    for (const end of started.reverse()) await end();
  };
  try {
    cpSync(join(unpacked, 'usr/share/wordpress'), site, {
      recursive: true,
      dereference: true,
      // Links out of the packages: the web server's own settings and this machine's certificates.
      filter: (path) => !/\.htaccess$|ca-bundle\.crt$|wp-config\.php$/.test(path) && existsSync(path),
    });
    const socket = await startDatabase(home, started);
    writeFileSync(join(site, 'wp-config.php'), configOf(socket));
    mkdirSync(join(site, 'wp-content/mu-plugins'), { recursive: true });
    writeFileSync(join(site, 'wp-content/mu-plugins/milepost.php'), PLUGIN);
    writeFileSync(join(home, 'set-up.php'), SET_UP);
    writeFileSync(join(home, 'router.php'), ROUTER);
    const printed = await done('php', ['-d', 'display_errors=stderr', join(home, 'set-up.php'), site], {
      env: { ...process.env, INLINE_KEY: milepost.keys.inline, ADDRESS: 'http://127.0.0.1' },
    });
    const { post, content } = JSON.parse(printed.slice(printed.lastIndexOf('\n{') + 1));
    const serve = async (tags) => {
      const port = await freePort();
      const server = start('php', ['-S', `127.0.0.1:${port}`, '-t', site, join(home, 'router.php')], {
        env: { ...process.env, ...tags },
      });
      started.push(server.end);
      const origin = `http://127.0.0.1:${port}`;
      await until('the start of PHP', () => fetch(origin, { redirect: 'manual' }).catch(() => null));
      const front = await frontOf(origin);
      started.push(front.stop);
      return front.url;
    };
    const plain = await serve({ TAG: '', TAG_OF_POSTS: '' });
    const withUs = await serve({
      TAG: `${milepost.url}/v1/milepost.js?k=${milepost.keys.popover}`,
      TAG_OF_POSTS: `${milepost.url}/v1/milepost.js?k=${milepost.keys.inline}`,
    });
    return {
      name: 'WordPress',
      facts: [
        {
          name: "WordPress keeps the author's <div data-milepost-survey>",
          holds: content.includes(`<div data-milepost-survey="${milepost.keys.inline}"`),
          seen: content,
        },
        {
          name: "WordPress takes the author's <script> away",
          holds: !/<script|onclick/i.test(content),
          seen: content,
        },
      ],
      pages: [
        { name: 'WordPress, front page', plain: `${plain}/`, withUs: `${withUs}/` },
        {
          name: "WordPress, author's post, inline",
          plain: `${plain}/?p=${post}`,
          withUs: `${withUs}/?p=${post}`,
          inline: true,
        },
        {
          name: 'WordPress, log-in page',
          plain: `${plain}/wp-login.php`,
          withUs: `${withUs}/wp-login.php`,
          typing: true,
        },
      ],
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startDatabase(home, started) {
  const data = join(home, 'database');
  // A socket's path may hold about a hundred characters.
  const folder = `/tmp/milepost-hosts-${process.pid}`;
  mkdirSync(folder, { recursive: true });
  const socket = join(folder, 'db');
  started.push(() => rmSync(folder, { recursive: true, force: true }));
  const asRoot = process.getuid?.() === 0 ? ['--user=root'] : [];
  await done('mariadb-install-db', [
    '--no-defaults',
    `--datadir=${data}`,
    ...asRoot,
    '--auth-root-authentication-method=normal',
    '--skip-test-db',
  ]);
  const server = start(existsSync('/usr/sbin/mariadbd') ? '/usr/sbin/mariadbd' : 'mariadbd', [
    '--no-defaults',
    ...asRoot,
    `--datadir=${data}`,
    `--socket=${socket}`,
    `--pid-file=${join(folder, 'pid')}`,
    '--skip-networking',
    '--skip-grant-tables',
    '--innodb-flush-log-at-trx-commit=0',
  ]);
  started.push(server.end);
  await until('the start of MariaDB', () => {
    if (server.hasEnded())
      throw new Missing(`MariaDB did not start: ${server.said().trim().split('\n').at(-1)}`);
    return existsSync(socket);
  });
  return socket;
}

const configOf = (socket) => `<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:${socket}');
define('DB_CHARSET', 'utf8mb4');
foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $name) { define($name . '_KEY', 'k'); define($name . '_SALT', 's'); }
$table_prefix = 'wp_';
define('WP_HOME', isset($_SERVER['HTTP_HOST']) ? 'http://' . $_SERVER['HTTP_HOST'] : getenv('ADDRESS'));
define('WP_SITEURL', WP_HOME);
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
`;

/** What a site does to have the script on every page: a few lines in a plugin. */
const PLUGIN = `<?php
function milepost_tag() {
  $src = getenv(is_singular() ? 'TAG_OF_POSTS' : 'TAG');
  if ($src) echo '<script async src="' . esc_url($src) . '"></script>';
}
add_action('wp_head', 'milepost_tag');
add_action('login_head', 'milepost_tag');
`;

const SET_UP = `<?php
$site = $argv[1];
$_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1';
define('WP_INSTALLING', true);
preg_match("/localhost:([^']+)/", file_get_contents("$site/wp-config.php"), $found);
(new mysqli('localhost', 'root', '', '', 0, $found[1]))->query('CREATE DATABASE wordpress CHARACTER SET utf8mb4');
require "$site/wp-load.php";
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Lumen', 'admin', 'admin@example.com', true, '', 'a-password-of-a-test');
switch_theme('twentytwentythree');
$author = wp_insert_user(array('user_login' => 'ada', 'user_pass' => 'a-password-of-a-test', 'user_email' => 'ada@example.com', 'role' => 'author'));
wp_set_current_user($author);
kses_init();
$key = getenv('INLINE_KEY');
$post = wp_insert_post(wp_slash(array('post_title' => 'How was it?', 'post_status' => 'publish', 'post_author' => $author, 'post_content' =>
  '<p>Tell us about your order.</p><script>alert(1)</script><milepost-survey placement="x"></milepost-survey>' .
  '<div data-milepost-survey="' . $key . '" onclick="alert(2)"></div><p>Thank you for reading.</p>')));
echo "\\n" . json_encode(array('post' => $post, 'content' => get_post($post)->post_content), JSON_UNESCAPED_SLASHES);
`;

const ROUTER = `<?php
$path = parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH);
$file = $_SERVER['DOCUMENT_ROOT'] . $path;
if ($path !== '/' && is_file($file)) return false;
if (is_dir($file) && is_file($file . '/index.php') && $path !== '/') { chdir($file); require $file . '/index.php'; return true; }
chdir($_SERVER['DOCUMENT_ROOT']);
require $_SERVER['DOCUMENT_ROOT'] . '/index.php';
`;
