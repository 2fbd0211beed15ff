/** The few elements that a host draws without React, in the look of the house. */
export function elementOf<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: readonly (string | Node)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.className = className
  element.append(...content)
  return element
}

/** A button of the house: `label` is its verb, and `act` what a press does. */
export function buttonThat(label: string, act: () => void): HTMLButtonElement {
  const button = elementOf('button', 'button', label)
  button.type = 'button'
  button.addEventListener('click', act)
  return button
}

/** Drawn as those of the components, on a grid of 16. */
const strokes = {
  alert: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.6v.1',
  close: 'm4 4 8 8M12 4l-8 8',
} as const

const svg = 'http://www.w3.org/2000/svg'

/** Always decorative: the word beside it carries the meaning. */
export function iconOf(name: keyof typeof strokes): Element {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('class', 'icon')
  icon.setAttribute('viewBox', '0 0 16 16')
  icon.setAttribute('aria-hidden', 'true')
  const path = icon.appendChild(document.createElementNS(svg, 'path'))
  path.setAttribute('d', strokes[name])
  return icon
}
