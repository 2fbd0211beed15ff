/** The colours of a chart as they are where it stands, in a form that any canvas understands. */
export interface Colours {
  readonly series: readonly string[]
  readonly grid: string
  readonly axis: string
  readonly text: string
  readonly strongText: string
  readonly band: string
  readonly note: string
  readonly raised: string
  readonly tooltip: string
  readonly tooltipLine: string
  readonly tooltipText: string
  readonly line: string
  readonly font: string
}

const seriesCount = 8

/** Reads the tokens at an element; they follow its theme, and have to be read again when it changes. */
export function coloursAt(place: HTMLElement): Colours {
  const probe = place.appendChild(document.createElement('span'))
  probe.hidden = true
  const read = (token: string) => {
    // A custom property is handed on unread; a colour that is taken apart has been worked out.
    probe.style.color = `rgb(from var(--sq-${token}) r g b / alpha)`
    return rgbOf(getComputedStyle(probe).color)
  }
  const colours = {
    series: Array.from({ length: seriesCount }, (_, index) => read(`series-${index + 1}`)),
    grid: read('chart-grid'),
    axis: read('chart-axis'),
    text: read('chart-text'),
    strongText: read('text'),
    band: read('chart-band'),
    note: read('chart-note'),
    raised: read('card'),
    tooltip: read('chart-tooltip'),
    tooltipLine: read('chart-tooltip-line'),
    tooltipText: read('chart-tooltip-text'),
    line: read('line'),
    font: getComputedStyle(place).fontFamily,
  }
  probe.remove()
  return colours
}

/** `color(srgb 0.2 0.4 1 / 0.5)`, as browsers write a worked-out colour, in the old notation. */
export function rgbOf(computed: string): string {
  const parts = /^color\(srgb ([^)]+)\)$/.exec(computed)?.[1]?.split(/[ /]+/).map(Number)
  if (!parts) return computed
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts
  return `rgba(${byte(red)}, ${byte(green)}, ${byte(blue)}, ${alpha})`
}

const byte = (part: number) => Math.round(Math.min(Math.max(part, 0), 1) * 255)

/** Tells whenever the look around an element changes: by its surface, by the page, or by the system. */
export function watchTheme(place: HTMLElement, onChange: () => void): () => void {
  const surface = place.closest('.sq-surface')
  const attributes = new MutationObserver(onChange)
  const nearest = place.closest('[style*="--sonaqor-"]')
  for (const dressed of [surface, nearest, ...dressedAround(place)]) {
    if (dressed) attributes.observe(dressed, { attributeFilter: ['data-theme', 'style'] })
  }
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', onChange)
  return () => {
    attributes.disconnect()
    system.removeEventListener('change', onChange)
  }
}

/** What a page may have given its tokens to: the element of each view around, or a frame's own page. */
function dressedAround(place: Node): readonly Element[] {
  const root = place.getRootNode()
  return root instanceof ShadowRoot
    ? [root.host, ...dressedAround(root.host)]
    : [document.documentElement]
}
