import { msg } from '@/lib/translate';
/** What the snippets name: the product's own address and the key of the workspace's sites. */
export type Installation = { url: string; siteKey: string };

export const scriptTag = ({ url, siteKey }: Installation): string =>
  `<script async src="${url}/v1/milepost.js?k=${siteKey}"></script>`;

/** The loader of one version: its bytes never change, so that its hash can stand beside it. */
export const fixedTag = (
  { url, siteKey }: Installation,
  { version, integrity }: { version: string; integrity: string },
): string =>
  `<script async src="${url}/v${version}/milepost.js?k=${siteKey}" integrity="${integrity}" crossorigin="anonymous"></script>`;

/** Takes calls from before the script is there; it answers them once it is. */
export const QUEUE =
  '<script>window.milepost=window.milepost||function(){(milepost.q=milepost.q||[]).push(arguments)}</script>';

export const divFor = (key: string): string => `<div data-milepost-survey="${key}"></div>`;

export const elementFor = (key: string): string => `<milepost-survey survey="${key}"></milepost-survey>`;

/** For the functions.php of a theme, or a plugin of one's own. */
export const wordPress = ({
  url,
  siteKey,
}: Installation): string => `add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script(
        'milepost',
        '${url}/v1/milepost.js?k=${siteKey}',
        [],
        null,
        ['strategy' => 'async', 'in_footer' => true]
    );
});`;

/** For a tag of the kind “Custom HTML”, which runs no script that has a nonce or is async in its own markup. */
export const tagManager = ({ url, siteKey }: Installation): string => `<script>
  (function () {
    var tag = document.createElement('script');
    tag.async = true;
    tag.src = '${url}/v1/milepost.js?k=${siteKey}';
    document.head.appendChild(tag);
  })();
</script>`;

export const npmModule = ({
  url,
  siteKey,
}: Installation): string => `import { loadMilepost } from "@milepost/widget";

const milepost = loadMilepost('${siteKey}', { origin: '${url}' });
milepost('identify', user.id, { plan: user.plan });`;

export const reactModule = (
  key: string,
  { url, siteKey }: Installation,
): string => `import { MilepostSurvey, useMilepost } from "@milepost/widget/react";

function Thanks() {
  const milepost = useMilepost('${siteKey}', { origin: '${url}' });
  return <MilepostSurvey survey="${key}" />;
}`;

/** What a site can say to the widget, each with why it would. */
export const CALLS: readonly { call: string; why: string }[] = [
  {
    call: "milepost('track', 'order.delivered')",
    why: msg('Reports an event, for surveys that wait for it.'),
  },
  {
    call: "milepost('identify', 'USER_ID', { plan: 'Plus' })",
    why: msg('Says who somebody is. Signed by your server, it is believed.'),
  },
  {
    call: "milepost('consent', 'granted')",
    why: msg('Reports what your consent banner was told; also denied or pending.'),
  },
  {
    call: "milepost('show', 'SURVEY_KEY')",
    why: msg('Shows one survey now, past its pages and its trigger.'),
  },
  {
    call: "milepost('canShow', 'SURVEY_KEY')",
    why: msg('Tells whether it would show now, and if not, the reason.'),
  },
  {
    call: "milepost('locale', 'de')",
    why: msg('Asks in this language; what is on screen is translated in its place.'),
  },
  { call: "milepost('on', 'answered', fn)", why: msg('Calls your function when somebody has answered.') },
  { call: "milepost('reset')", why: msg('Forgets the person, as at signing out.') },
];
