import type { Core } from './core';
import { redraw } from './redraw';
import type { QuestionModule } from './shown';

/** Draws every survey on screen in the language that the page speaks now; what was chosen and typed stays. */
export async function run({ _site, _said }: Core): Promise<void> {
  for (const [key, { _host, _shown, _mode, o = _site.o }] of Object.entries(_site.s)) {
    if (!_shown || !(_host as HTMLElement).isConnected || (_host as HTMLElement).dataset.state === 'closed')
      continue;
    const address = `${o}/v1/q/${key}.js?l=${_said.locale?.[1]}&m=${_mode}`;
    redraw(_shown, (await import(address)) as QuestionModule);
  }
}
