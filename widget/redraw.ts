import type { QuestionModule, Shown } from './shown';

/** Draws a survey on screen in the language of another module; what was chosen and typed stays, and so does the focus. */
export function redraw({ host, draw }: Shown, { $ }: QuestionModule): void {
  const before = host.shadowRoot?.querySelector('form');
  let focused: HTMLElement | undefined;
  draw($, (form) => {
    const fields = [...(form.elements ?? [])] as HTMLInputElement[];
    for (const old of (before?.elements ?? []) as Iterable<HTMLInputElement>) {
      const same = ({ name, type, value }: HTMLInputElement) =>
        name === old.name && (type === 'textarea' || value === old.value);
      const field = old.name && fields.find(same);
      if (!field) continue;
      field.checked = old.checked;
      field.disabled = old.disabled;
      if (old.type === 'textarea') field.value = old.value;
      if (old.matches(':focus')) focused = field;
    }
  });
  focused?.focus();
}
