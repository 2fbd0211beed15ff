/** The list at the side is longer than most windows: it begins where the reader is. */
export function showPlace(page: Document): void {
  const side = page.querySelector<HTMLElement>('.columns > .side')
  const here = side?.querySelector<HTMLElement>('[aria-current=page]')
  if (!side || !here) return
  const below = here.offsetTop - side.offsetTop
  if (below > side.clientHeight / 2) side.scrollTop = below - side.clientHeight / 3
}
