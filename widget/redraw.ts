/** Gives a survey that is drawn anew what was chosen and typed in the old form, and the focus if it was there. */
export function fill(before: HTMLFormElement, after: HTMLFormElement): void {
  const fields = [...after.elements] as HTMLInputElement[];
  for (const old of before.elements as unknown as Iterable<HTMLInputElement>) {
    const field = fields.find(
      ({ name, type, value }) => name === old.name && (type === 'textarea' || value === old.value),
    );
    if (!field || !old.name) continue;
    field.checked = old.checked;
    field.disabled = old.disabled;
    if (old.type === 'textarea') field.value = old.value;
    if (old.matches(':focus')) queueMicrotask(() => field.focus());
  }
}
