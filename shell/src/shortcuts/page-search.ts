/** Leads to the search of the page that is shown, where it has one. */
export function goToSearch(pages: ParentNode): void {
  const field = searchIn(pages)
  field?.focus()
  field?.select()
}

/** Each view stands in a shadow root of its own. */
function searchIn(place: ParentNode): HTMLInputElement | undefined {
  const field = place.querySelector<HTMLInputElement>('input[type=search], input[name=search]')
  if (field) return field
  const roots = [...place.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
  return roots.map(searchIn).find(Boolean)
}
