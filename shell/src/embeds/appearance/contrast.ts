import type { DesignTokens, TokenName } from '@sonaqor/embed/appearance'
import { pairs, type Colour } from './contrast-pairs.ts'

/** Two tokens whose colours stand on one another. */
export interface Contrast {
  readonly words: TokenName
  readonly ground: TokenName
  readonly least: number
  /** From 1 to 21; undefined where one of them lets through what we cannot see. */
  readonly ratio: number | undefined
}

type Parts = readonly [red: number, green: number, blue: number, alpha: number]

/**
 * Measures all pairs as they are drawn at an element, in its theme and with its tokens. Parts that follow
 * the same two tokens are one pair, named by what somebody would have to change.
 */
export function contrastsAt(place: HTMLElement, chosen: DesignTokens): readonly Contrast[] {
  const probes = pairs.map(({ words, ground }) => [
    probeOf(place, words.drawn),
    probeOf(place, ground.drawn),
  ])
  const below = probeOf(place, 'var(--sq-background)')
  const nameOf = ({ token, follows }: Colour) => (chosen[token] === undefined ? follows : token)
  const found = new Map<string, Contrast>()
  for (const [index, { words, ground, least }] of pairs.entries()) {
    const [one, other] = (probes[index] ?? []).map(partsOf)
    const ratio = one && other && ratioOf(one, other, partsOf(below))
    const contrast = { words: nameOf(words), ground: nameOf(ground), least, ratio }
    const name = `${contrast.words} ${contrast.ground} ${least}`
    const before = found.get(name)?.ratio ?? Infinity
    if (!found.has(name) || (ratio ?? Infinity) < before) found.set(name, contrast)
  }
  for (const probe of [...probes.flat(), below]) probe.remove()
  return [...found.values()]
}

export const isWeak = ({ ratio, least }: Contrast): boolean => ratio !== undefined && ratio < least

function probeOf(place: HTMLElement, colour: string): HTMLElement {
  const probe = place.appendChild(document.createElement('i'))
  // A colour that is taken apart has been worked out, whatever notation it was written in.
  probe.style.color = `rgb(from ${colour} r g b / alpha)`
  return probe
}

function partsOf(probe: HTMLElement): Parts | undefined {
  const { color } = getComputedStyle(probe)
  const parts = /^color\(srgb ([^)]+)\)$/.exec(color)?.[1]?.split(/[ /]+/).map(Number)
  const [red = 0, green = 0, blue = 0, alpha = 1] = parts ?? []
  return parts && [red, green, blue, alpha]
}

/** WCAG 2.2: (L1 + 0.05) / (L2 + 0.05), of what is seen where one lies over the other. */
export function ratioOf(words: Parts, on: Parts, ground: Parts | undefined): number | undefined {
  const below = on[3] < 1 ? ground && over(on, ground) : on
  if (!below || below[3] < 1) return undefined
  const [light, dark] = [luminanceOf(over(words, below)), luminanceOf(below)].toSorted(
    (one, other) => other - one,
  ) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

function over([red, green, blue, alpha]: Parts, below: Parts): Parts {
  const mixed = ([red, green, blue] as const).map(
    (part, index) => part * alpha + (below[index] ?? 0) * (1 - alpha),
  )
  const [r = 0, g = 0, b = 0] = mixed
  return [r, g, b, below[3]]
}

function luminanceOf([red, green, blue]: Parts): number {
  const [r = 0, g = 0, b = 0] = [red, green, blue].map((part) => {
    const bound = Math.min(Math.max(part, 0), 1)
    return bound <= 0.040_45 ? bound / 12.92 : ((bound + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** `#1a2b3c` of any colour of CSS, for the system's own picker knows no other notation. */
export function hexOf(place: HTMLElement, colour: string): string | undefined {
  const probe = probeOf(place, colour)
  const found = partsOf(probe)
  probe.remove()
  if (!found) return undefined
  const bytes = found.slice(0, 3).map((part) => Math.round(Math.min(Math.max(part, 0), 1) * 255))
  return `#${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}
