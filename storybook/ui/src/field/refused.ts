/** A field, or the first choice of a group. */
const refused = '[aria-invalid=true], [data-invalid] input'

/**
 * Leads to the first answer that was refused. By itself the focus would stop where the foot of a form
 * covers it: the question comes to the middle, with what is wrong with its answer.
 */
export function focusRefused(place: HTMLElement | null): void {
  const field = place?.querySelector<HTMLElement>(refused)
  if (!field) return
  field.focus({ preventScroll: true })
  field.closest('.sq-field')?.scrollIntoView({ block: 'center' })
  // Of a group that is higher than the screen, its first choice.
  field.scrollIntoView({ block: 'nearest' })
}
