/** Cuts off who takes a file too slowly, or for too long: what they hold is wanted by others. */
import type { Readable } from 'node:stream'

export interface FilePace {
  /** Whoever takes fewer bytes in a window is cut off. The first ones fill what lies between us and them. */
  readonly leastBytes: number
  readonly windowMs: number
  /** After this even one who keeps the pace is. */
  readonly mostMs: number
}

/** 16 KB a second, as a poor line of a phone has, over two minutes; 100 MB at that pace. */
export const filePace: FilePace = {
  leastBytes: 16 * 1024 * 120,
  windowMs: 120_000,
  mostMs: 2 * 3_600_000,
}

/** How a file moves on; what we take to read on is no time of theirs. */
export interface Flow {
  takenBytes: number
  isTheirTurn: boolean
}

const looksInWindow = 8

export function keepPace(
  stream: Readable,
  flow: Flow,
  { leastBytes, windowMs, mostMs }: FilePace,
): void {
  const lookMs = windowMs / looksInWindow
  let looks = 0
  const timer = setInterval(() => {
    if (flow.isTheirTurn) looks += 1
    if (looks < looksInWindow) return
    if (flow.takenBytes < leastBytes) stream.destroy(new Error('a file was taken too slowly'))
    looks = 0
    flow.takenBytes = 0
  }, lookMs).unref()
  const end = setTimeout(() => {
    stream.destroy(new Error('a file was taken for too long'))
  }, mostMs).unref()
  stream.once('close', () => {
    clearInterval(timer)
    clearTimeout(end)
  })
}
