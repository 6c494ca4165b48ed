import type { Core } from './core';
import type { QuestionModule, Shown } from './shown';
import { translate } from './translate';

/** Puts every survey on screen into the language that the page speaks now. */
export async function run(core: Core): Promise<void> {
  const { _site, _said } = core;
  for (const [key, { _host, o = _site.o }] of Object.entries(_site.s)) {
    const host = _host as Shown | undefined;
    const shadow = host?.shadowRoot;
    if (!shadow || !host.isConnected || host.dataset.state === 'closed') continue;
    const mode = !host.popover
      ? 'inline'
      : shadow.querySelector('.t')
        ? 'tab'
        : shadow.querySelector('dialog')
          ? 'modal'
          : 'popover';
    const address = `${o}/v1/q/${key}.js?l=${_said.locale?.[1]}&m=${mode}`;
    translate(
      shadow,
      (await import(address)) as QuestionModule,
      _said.identify?.[2] as Record<string, string>,
    );
  }
}
