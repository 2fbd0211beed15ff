/** The stretches of time that are asked for most; each ends now. */
export const presets = ['15m', '1h', '24h', '7d', '30d'] as const
export type Preset = (typeof presets)[number]

/** From one ISO 8601 instant to a later one. */
export interface Instants {
  readonly from: string
  readonly to: string
}

/** What a list or a chart is about: a preset, which moves on with the time, or two instants. */
export type Range = Preset | Instants

const hourMs = 3_600_000
const lengthMs: Readonly<Record<Preset, number>> = {
  '15m': hourMs / 4,
  '1h': hourMs,
  '24h': 24 * hourMs,
  '7d': 7 * 24 * hourMs,
  '30d': 30 * 24 * hourMs,
}

/** Which instants a range means at this moment; what asks a server needs them. */
export function instantsOf(range: Range, nowMs: number): Instants {
  if (typeof range !== 'string') return range
  return {
    from: new Date(nowMs - lengthMs[range]).toISOString(),
    to: new Date(nowMs).toISOString(),
  }
}

/** A range as it stands in an address: `24h`, or `2026-11-20T08:00:00.000Z/2026-11-20T09:00:00.000Z`. */
export function writeRange(range: Range): string {
  return typeof range === 'string' ? range : `${range.from}/${range.to}`
}

/** Reads a range from an address; undefined where it is none, for anybody may write an address. */
export function readRange(text: string): Range | undefined {
  const preset = presets.find((one) => one === text)
  if (preset) return preset
  const parts = text.split('/')
  const [from, to] = parts.map(instantOf)
  if (parts.length !== 2 || !from || !to || from >= to) return undefined
  return { from: from.toISOString(), to: to.toISOString() }
}

/** Without a zone a time would mean another instant to each reader. */
const iso = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function instantOf(text: string): Date | undefined {
  const instant = new Date(text)
  return iso.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined
}
