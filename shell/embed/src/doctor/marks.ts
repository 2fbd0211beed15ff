import type { FindingState } from './checks/finding.ts'

/** Drawn as those of the components, on a grid of 16. The word beside each carries the meaning. */
const strokes: Readonly<Record<FindingState, string>> = {
  good: 'm3 8.5 3.2 3.2L13 4.8',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.2M8 11.6v.1',
  wrong: 'm4 4 8 8M12 4l-8 8',
  unknown: 'M5.9 6.1a2.2 2.2 0 1 1 3 2c-.6.3-.9.7-.9 1.4M8 11.9v.1',
}

const svg = 'http://www.w3.org/2000/svg'

export function markOf(state: FindingState): Element {
  const mark = document.createElementNS(svg, 'svg')
  mark.setAttribute('class', 'mark')
  mark.setAttribute('viewBox', '0 0 16 16')
  mark.setAttribute('aria-hidden', 'true')
  mark.appendChild(document.createElementNS(svg, 'path')).setAttribute('d', strokes[state])
  return mark
}
