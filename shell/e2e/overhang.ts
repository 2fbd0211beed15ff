/** What makes a person scroll sideways. */
import type { Page } from '@playwright/test'

/**
 * What is wider than the room that it has: the page, an element of ours, our frame, and whatever
 * floats above them. What is made to be scrolled, a line of code or a wide table, is not meant.
 */
export async function overhangOf(page: Page): Promise<string[]> {
  const all = await Promise.all(page.frames().map((frame) => frame.evaluate(sticksOut)))
  return all.flat()
}

/** It runs in the page, and has to bring all that it needs. */
function sticksOut(): string[] {
  const roots: (Document | ShadowRoot)[] = [document]
  for (const root of roots) {
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot)
  }
  const ours = [...document.querySelectorAll('*')].filter((element) => element.shadowRoot)
  const floats = roots.flatMap((root) =>
    Array.from(root.querySelectorAll('dialog[open], [popover]:popover-open')),
  )
  const tooWide = [document.documentElement, ...ours, ...floats].filter(
    (one) => one.scrollWidth > one.clientWidth,
  )
  const outside = floats.filter((one) => {
    const { left, right } = one.getBoundingClientRect()
    return left < 0 || right > document.documentElement.clientWidth
  })
  return [
    ...tooWide.map(
      ({ localName, className, scrollWidth, clientWidth }) =>
        `${localName}.${className}: ${scrollWidth} > ${clientWidth}`,
    ),
    ...outside.map(({ localName, className }) => `${localName}.${className} is cut off`),
  ]
}
